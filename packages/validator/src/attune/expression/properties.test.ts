import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ANY_SHAPE,
  checkCondition,
  checkConditions,
  checkExpression,
  checkRuleExpression,
  checkRuleTemplate,
  checkWorkflowTemplate,
  ExpressionError,
  type ExpressionFinding,
  evaluateCondition,
  evaluateConditions,
  evaluateExpression,
  FUNCTIONS,
  fromJson,
  parseExpression,
  printExpression,
  renderRuleTemplate,
  renderWorkflowTemplate,
  ruleReferences,
  shapeOfSchema,
  toExactJson,
  workflowNames,
  workflowReferences,
  workflowScope,
} from './index.ts';

const WORDS = [
  ...FUNCTIONS.keys(),
  ...['parameters', 'a', 'b', 'list', 'text', 'item', 'result', 'succeeded', 'true', 'false', 'null'],
  ...['and', 'or', 'not', 'in', '0', '1', '-1', '2.5', '9223372036854775807', '"x"', "''", '"a b"'],
  ...[
    '(',
    ')',
    '[',
    ']',
    ',',
    '.',
    '+',
    '-',
    '*',
    '/',
    '%',
    '==',
    '!=',
    '<',
    '>',
    '<=',
    '>=',
    '|',
    '&&',
    '=',
    '{',
    '}',
  ],
];
/** Anything, and what looks like expressions. */
const expression = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join('')),
);

/** Only such as can be read, so that what follows reading is tried often. */
const leaf = fc.constantFrom(
  ...[
    'parameters.a',
    'list',
    'text',
    'a',
    'item',
    'result()',
    'missing',
    '0',
    '1',
    '-3',
    '2.5',
    '"x"',
    '""',
    'null',
  ],
  ...['true', '[]', 'parameters', '9223372036854775807', 'list[0]', '[1, 2]', '["b", "a"]', 'text[1]'],
);
const { readable } = fc.letrec<{ readable: string }>((tie) => ({
  readable: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc
      .tuple(
        tie('readable'),
        fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '<=', 'in', 'and', 'or'),
        tie('readable'),
      )
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc
      .tuple(fc.constantFrom(...FUNCTIONS.keys()), fc.array(tie('readable'), { maxLength: 3 }))
      .map(([name, inputs]) => `${name}(${inputs.join(', ')})`),
    fc.tuple(tie('readable'), tie('readable')).map(([object, index]) => `(${object})[${index}]`),
    tie('readable').map((object) => `(${object}).a`),
    tie('readable').map((operand) => `(not ${operand})`),
  ),
}));

const json = fc.jsonValue({ maxDepth: 4 });
const template = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('{{', '}}', '{', '}', ' '),
      expression.map((text) => `{{ ${text} }}`),
      fc.constantFrom('{{ event.payload.a }}', '{{ pack.config.b.0 }}', '{{ system.rule.id }}'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const scopeOf = (value: unknown) =>
  workflowScope({
    parameters: new Map([['a', fromJson(value)]]),
    variables: new Map([
      ['a', fromJson(value)],
      ['list', fromJson([1, 'x', [2.5], null])],
      ['text', 'añ😀'],
    ]),
    tasks: new Map(),
    last: { result: fromJson(value), outcome: 'failed' },
  });
const OPTIONS = { maxSteps: 20_000 };

/** The value, or nothing where there is an `ExpressionError`; any other error fails the test. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

test('whatever is read or evaluated gives a value of JSON or an error of this language', () => {
  fc.assert(
    fc.property(fc.oneof(expression, readable), json, (text, value) => {
      const result = attempt(() => evaluateExpression(text, scopeOf(value), OPTIONS));
      if (result !== undefined) expect(toExactJson(result)).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});

test('the same expression gives the same every time', () => {
  fc.assert(
    fc.property(readable, json, (text, value) => {
      const once = attempt(() => evaluateExpression(text, scopeOf(value), OPTIONS));
      expect(attempt(() => evaluateExpression(text, scopeOf(value), OPTIONS))).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

test('what is printed has the same value', () => {
  fc.assert(
    fc.property(readable, json, (text, value) => {
      const printed = printExpression(parseExpression(text));
      const once = attempt(() => evaluateExpression(text, scopeOf(value), OPTIONS));
      expect(attempt(() => evaluateExpression(printed, scopeOf(value), OPTIONS))).toEqual(once);
    }),
    { numRuns: 500 },
  );
});

test('an error of evaluating is placed inside the text', () => {
  fc.assert(
    fc.property(fc.oneof(expression, readable), (text) => {
      try {
        evaluateExpression(text, scopeOf(null), OPTIONS);
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        expectInside([{ kind: error.code, at: error.at, message: error.message }], text);
      }
    }),
    { numRuns: 1000 },
  );
});

test('templates of any kind are filled in or fail with an error of this language', () => {
  fc.assert(
    fc.property(template, json, (text, value) => {
      attempt(() => renderWorkflowTemplate(text, scopeOf(value), OPTIONS));
      attempt(() => evaluateCondition(text, scopeOf(value), OPTIONS));
      const event = new Map([['payload', fromJson(value)]]);
      renderRuleTemplate(text, { event, config: fromJson(value), system: new Map() });
      workflowReferences(text);
      ruleReferences(text);
    }),
    { numRuns: 1000 },
  );
});

test('conditions of any kind have an outcome', () => {
  const condition = fc.oneof(
    json,
    fc.record({
      field: fc.constantFrom('a', 'a.b', ''),
      operator: fc.constantFrom('equals', 'contains', 'x'),
      value: json,
    }),
  );
  fc.assert(
    fc.property(
      fc.oneof(json, fc.array(condition), fc.record({ expression })),
      json,
      (conditions, payload) => {
        const event = { id: 1n, trigger: 'a.b', payload: fromJson(payload), created: '' };
        const { outcome } = evaluateConditions(fromJson(conditions), event, OPTIONS);
        expect(['match', 'no match', 'failed']).toContain(outcome);
        checkConditions(conditions, ANY_SHAPE);
      },
    ),
    { numRuns: 500 },
  );
});

test('checks never throw, and point inside the text', () => {
  const names = workflowNames({
    parameters: shapeOfSchema({ a: { type: 'string' } }),
    variables: ['a', 'list', 'text'],
    tasks: [],
  });
  fc.assert(
    fc.property(fc.oneof(expression, readable, template), (text) => {
      expectInside(checkExpression(text, names).findings, text);
      expectInside(checkCondition(text, names).findings, text);
      expectInside(checkWorkflowTemplate(text, names).findings, text);
      expectInside(checkRuleExpression(text, ANY_SHAPE).findings, text);
      expectInside(checkRuleTemplate(text, { payload: shapeOfSchema({}) }).findings, text);
    }),
    { numRuns: 2000 },
  );
});

function expectInside(findings: readonly ExpressionFinding[], text: string): void {
  for (const { at, message } of findings) {
    expect(at.start).toBeGreaterThanOrEqual(0);
    expect(at.end).toBeGreaterThanOrEqual(at.start);
    expect(at.end).toBeLessThanOrEqual(text.length);
    expect(message).not.toBe('');
  }
}

test('what has a value is found faultless where its scope is described, but for hollow comparisons', () => {
  const names = workflowNames({ variables: ['a', 'list', 'text'] });
  fc.assert(
    fc.property(readable, json, (text, value) => {
      const result = attempt(() => evaluateExpression(text, scopeOf(value), OPTIONS));
      if (result === undefined) return;
      const { findings } = checkExpression(text, names);
      // What `and` and `or` never come to may be faulty all the same.
      if (/ (?:and|or) /.test(text)) return;
      const serious = findings.filter(
        ({ kind, message }) => kind !== 'never-equal' && !message.startsWith('result()'),
      );
      expect(serious).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('the shape that a check tells fits the value', () => {
  const names = workflowNames({ variables: ['a', 'list', 'text'] });
  fc.assert(
    fc.property(readable, json, (text, value) => {
      const result = attempt(() => evaluateExpression(text, scopeOf(value), OPTIONS));
      if (result === undefined) return;
      const { kinds } = checkExpression(text, names).shape;
      const only = checkExpression('a', { ...names, names: new Map([['a', shapeOfValue(result)]]) }).shape;
      expect(only.kinds & kinds, `${text} gives ${String(result)}`).not.toBe(0);
    }),
    { numRuns: 2000 },
  );
});

const shapeOfValue = (value: unknown) => {
  const { shape } = checkExpression(literalOf(value), workflowNames({}));
  return shape;
};

/** An expression of the kind that a value has. */
function literalOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return '1';
  if (typeof value === 'number') return '1.5';
  if (typeof value === 'string') return '""';
  return Array.isArray(value) ? '[]' : 'merge(parameters, parameters)';
}
