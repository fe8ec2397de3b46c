import { expect, test } from 'vitest';
import { parseExpression } from '../syntax/parse-expression.ts';
import { type ExpressionReference, referencesOf, ruleReferences, workflowReferences } from './references.ts';

const shown = (text: string, references: readonly ExpressionReference[]): string[] =>
  references.map(({ root, steps, isOpen, isWhole, at }) => {
    const path = [root, ...steps, ...(isOpen ? ['*'] : [])].join('/');
    return `${path} [${text.slice(at.start, at.end)}]${isWhole ? ' whole' : ''}`;
  });

test.each<[string, string[]]>([
  ['1 + 2', []],
  ['a', ['a [a] whole']],
  ['parameters.tokens[0]["x"].y', ['parameters/tokens/0/x/y [parameters.tokens[0]["x"].y] whole']],
  ['upper(parameters.name)', ['parameters/name [parameters.name]']],
  ['a.b + c.d', ['a/b [a.b]', 'c/d [c.d]']],
  ['not a', ['a [a]']],
  ['[a, b]', ['a [a]', 'b [b]']],
  [
    'parameters.tokens[config.index].x',
    ['parameters/tokens/* [parameters.tokens[config.index]]', 'config/index [config.index]'],
  ],
  ['a[-1]', ['a/-1 [a[-1]] whole']],
  ['result().hosts[0]', ['result()/hosts/0 [result().hosts[0]] whole']],
  ['succeeded() and length(task.a.b) > 0', ['succeeded() [succeeded()]', 'task/a/b [task.a.b]']],
  ['split(a, ",")[b]', ['a [a]', 'b [b]']],
  ["'parameters.password'", []],
])('%s', (text, expected) => {
  expect(shown(text, referencesOf(parseExpression(text)))).toEqual(expected);
});

test('a text of a workflow reads what its expressions read', () => {
  const whole = '{{ a.b }}';
  expect(shown(whole, workflowReferences(whole))).toEqual(['a/b [a.b] whole']);
  const mixed = 'x {{ a.b }} {{ c | d }} {{ e }}';
  expect(shown(mixed, workflowReferences(mixed))).toEqual(['a/b [a.b]', 'e [e]']);
});

test('a text of a rule reads its paths', () => {
  const whole = '{{ event.payload.items.0 }}';
  expect(shown(whole, ruleReferences(whole))).toEqual([
    'event/payload/items/0 [event.payload.items.0] whole',
  ]);
  const mixed = 'x {{ pack.config.a }}{{ event.id }}';
  expect(shown(mixed, ruleReferences(mixed))).toEqual([
    'pack/config/a [pack.config.a]',
    'event/id [event.id]',
  ]);
});
