import { describe, expect, test } from 'vitest';
import {
  ANY_SHAPE,
  checkCondition,
  checkConditions,
  checkRuleExpression,
  checkRuleTemplate,
  checkWorkflowTemplate,
  type ExpressionError,
  evaluateConditions,
  evaluateExpression,
  fromJson,
  parseExpression,
  renderRuleTemplate,
  renderWorkflowTemplate,
  ruleReferences,
  shapeOfSchema,
  workflowNames,
  workflowReferences,
  workflowScope,
} from './index.ts';

const DEEP = 10_000;
const MIB = 2 ** 20;
const NOTHING = { names: new Map() };
const EVENT = { id: 1n, trigger: 'a.b', payload: 'x', created: '' };
const SOURCES = { event: new Map(), config: null, system: new Map() };
const NAMES = workflowNames({ parameters: shapeOfSchema({}), variables: [], tasks: [] });
const SCOPE = workflowScope({ parameters: new Map(), variables: new Map(), tasks: new Map() });

describe.each([
  ['brackets', `${'('.repeat(DEEP)}1${')'.repeat(DEEP)}`],
  ['brackets that are never closed', '('.repeat(DEEP)],
  ['lists', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
  ['calls', `${'bool('.repeat(DEEP)}1${')'.repeat(DEEP)}`],
  ['entries', `${'a['.repeat(DEEP)}0${']'.repeat(DEEP)}`],
  ['not', `${'not '.repeat(DEEP)}1`],
  ['minus', `${'-'.repeat(DEEP)}1`],
])('%s, ten thousand deep', (_name, text) => {
  test('are refused', () => {
    expect(() => parseExpression(text)).toThrow('the expression nests deeper than 100 levels');
    expect(checkWorkflowTemplate(`{{ ${text} }}`, NAMES).findings).toMatchObject([{ kind: 'budget' }]);
    expect(evaluateConditions(new Map([['expression', text]]), EVENT).outcome).toBe('no match');
  });
});

describe('what is long but flat is read', () => {
  test.each([
    ['sums', `1${'+1'.repeat(DEEP)}`, BigInt(DEEP + 1)],
    ['alternatives', `false${' or false'.repeat(5000)}`, false],
    ['comparisons', `1${' == 1'.repeat(1)}${' == true'.repeat(5000)}`, true],
    ['lists', `length([${'1,'.repeat(DEEP)}])`, BigInt(DEEP)],
    ['texts', `length("${'x'.repeat(60_000)}")`, 60_000n],
    ['entries', `${'['.repeat(50)}7${']'.repeat(50)}${'[0]'.repeat(50)}`, 7n],
  ])('%s', (_name, text, value) => {
    expect(evaluateExpression(text, NOTHING)).toBe(value);
  });

  test('a chain of members fails at the first that is missing', () => {
    expect(() => evaluateExpression(`a${'.a'.repeat(DEEP)}`, { names: new Map([['a', new Map()]]) })).toThrow(
      expect.objectContaining<Partial<ExpressionError>>({ code: 'unknown-member', at: { start: 2, end: 3 } }),
    );
  });

  test('beyond 65,536 characters it is refused', () => {
    expect(() => parseExpression(`1${'+1'.repeat(40_000)}`)).toThrow(
      'the expression is longer than 65536 characters',
    );
    expect(parseExpression(`${' '.repeat(MIB)}1`).kind).toBe('literal');
  });
});

/** Texts of one MiB that are nothing but one thing over and over. */
const REPEATED = [
  '{',
  '}',
  '{{',
  '}}',
  '{{}}',
  '{ }',
  ' ',
  '{{ x } ',
  '{{ a.b }} ',
  '{{ parameters }}',
  '{{ " }}{{ \' }}',
  '{{ a | ',
  '{{ a | b(" }}',
  '{{ event.payload.x }}',
  '{{ "\\',
  '\u00a0',
  '😀{{ 😀 }}',
].map((part) => [part, part.repeat(Math.ceil(MIB / part.length))] as const);
const AROUND = ['(', ' a', '\\"', 'a.', '+1', 'not ', '.', '[0]', '|', "'"].map(
  (part) =>
    [`one pair of braces around ${part}`, `{{ 1${part.repeat(Math.ceil(MIB / part.length))} }}`] as const,
);

test.each([...REPEATED, ...AROUND])('one MiB of %j takes linear time', (_name, text) => {
  for (const check of [checkWorkflowTemplate, checkCondition]) {
    expect(check(text, NAMES).findings.length).toBeLessThanOrEqual(50);
  }
  expect(
    checkRuleTemplate(text, { payload: shapeOfSchema({ a: { type: 'string' } }) }).findings.length,
  ).toBeLessThanOrEqual(50);
  expect(checkRuleExpression(text, ANY_SHAPE).findings.length).toBeLessThanOrEqual(1);
  workflowReferences(text);
  ruleReferences(text);
  withinBudget(() => renderRuleTemplate(text, SOURCES));
  withinBudget(() => renderWorkflowTemplate(text, SCOPE));
  // Some tenths of a second at most; anything quadratic takes hours, far beyond the time a test has.
});

function withinBudget(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toMatchObject({ name: 'ExpressionError' });
  }
}

describe('deep values', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 400; i++) deep = [deep];
  const value = fromJson(deep);

  test('are compared, written and filled in', () => {
    const scope = { names: new Map([['a', value]]) };
    expect(evaluateExpression('a == a and length(string(a)) == 801', scope)).toBe(true);
    expect(renderWorkflowTemplate(value, SCOPE)).toEqual(value);
    expect(renderRuleTemplate(value, SOURCES)).toEqual(value);
  });

  test('beyond 500 levels they are refused', () => {
    let deeper = value;
    for (let i = 0; i < 100_000; i++) deeper = [deeper];
    const scope = { names: new Map([['a', deeper]]) };
    const refused = expect.objectContaining({ code: 'budget' });
    for (const text of ['a == a', 'string(a)', 'a in [a]', 'unique([a, a])']) {
      expect(() => evaluateExpression(text, scope)).toThrow(refused);
    }
    expect(() => renderWorkflowTemplate(deeper, SCOPE)).toThrow(refused);
    expect(() => renderRuleTemplate(deeper, SOURCES)).toThrow(refused);
    expect(() =>
      renderWorkflowTemplate(
        'x{{ keystore }}',
        workflowScope({
          parameters: new Map(),
          variables: new Map(),
          tasks: new Map(),
          keystore: deeper,
        }),
      ),
    ).toThrow(refused);
  });

  test('one that holds itself is refused', () => {
    const itself = new Map();
    itself.set('a', itself);
    expect(() => evaluateExpression('string(a)', { names: new Map([['a', itself]]) })).toThrow(
      'nests deeper',
    );
  });
});

test('conditions in very large numbers are judged in bounds', () => {
  const one = { field: 'a.b', operator: 'equals', value: 1 };
  const many = Array.from({ length: 100_000 }, () => one);
  expect(checkConditions(many, shapeOfSchema({}))).toHaveLength(50);
  expect(evaluateConditions(fromJson(many), EVENT).outcome).toBe('failed');
});

test('an unknown name is compared with few names only', () => {
  const names = workflowNames({ variables: Array.from({ length: 200_000 }, (_, i) => `variable_${i}`) });
  const text = '{{ workflow.variabel_1 }}'.repeat(50);
  expect(checkWorkflowTemplate(text, names).findings[0]?.hint).toBeUndefined();
});
