import { expect, test } from 'vitest';
import { checkConditions } from './check-conditions.ts';
import { ANY_SHAPE } from './shape.ts';
import { shapeOfSchema } from './shape-of-schema.ts';

const PAYLOAD = shapeOfSchema({
  site: { type: 'string' },
  misses: { type: 'integer' },
  host: { type: 'object', properties: { name: { type: 'string' } } },
  list: { type: 'array' },
});

const found = (conditions: unknown, payload = PAYLOAD): string[] =>
  checkConditions(conditions, payload).map(({ kind, path, at, message, hint }) => {
    const place = `${path.join('.')}${at ? ` ${at.start}-${at.end}` : ''}`;
    return [`${kind} (${place}): ${message}`, ...(hint === undefined ? [] : [hint])].join('; ');
  });

test.each([
  ['nothing', undefined],
  ['null', null],
  ['an empty mapping', {}],
  ['an empty list', []],
  ['an expression', { expression: 'event.payload.misses > 3' }],
  ['an expression in braces', { expression: '{{ event.payload.misses > 3 }}' }],
  [
    'a list',
    [
      { field: 'site', operator: 'equals', value: 'ams' },
      { field: 'host.name', operator: 'not_equals', value: 'db1' },
      { field: 'site', operator: 'contains', value: 'm' },
      { field: 'list', operator: 'equals', value: [] },
    ],
  ],
])('%s passes', (_name, conditions) => {
  expect(found(conditions)).toEqual([]);
});

const ELSE = 'write `expression: event.payload.…` for anything else';

test.each<[unknown, string[]]>([
  [
    'event.payload.misses > 3',
    ['never-matches (): conditions of this kind never match; write `expression: event.payload.…`'],
  ],
  [
    { all: [] },
    ['never-matches (): conditions without `expression` never match; write `expression: event.payload.…`'],
  ],
  [
    { expression: 3 },
    ['never-matches (expression): an expression is text; write `expression: event.payload.…`'],
  ],
  [
    { expression: 'event.payload.mises > 3' },
    ['unknown-member (expression 14-19): event.payload has no "mises"; did you mean "misses"?'],
  ],
  [
    [{ operator: 'equals', value: 1 }],
    ['missing-key (0): a condition without `field` fails, and the rule never runs; add `field`, as text'],
  ],
  [
    [{ field: 'site', value: 'ams' }],
    [
      'missing-key (0): a condition without `operator` fails, and the rule never runs; add `operator`, as text',
    ],
  ],
  [
    [{ field: 1, operator: 'equals' }],
    [
      'missing-key (0.field): a condition without `field` fails, and the rule never runs; add `field`, as text',
    ],
  ],
  [
    ['site'],
    [
      'missing-key (0): a condition without `field` fails, and the rule never runs; add `field`, as text',
      'missing-key (0): a condition without `operator` fails, and the rule never runs; add `operator`, as text',
    ],
  ],
  [
    [{ field: 'site', operator: 'equal', value: 'ams' }],
    [
      'unknown-operator (0.operator): "equal" is no operator, so the condition never holds; did you mean "equals"?',
    ],
  ],
  [
    [{ field: 'site', operator: '==', value: 'ams' }],
    [
      'unknown-operator (0.operator): "==" is no operator, so the condition never holds; did you mean "equals"?',
    ],
  ],
  [
    [{ field: 'misses', operator: 'greater_than', value: 3 }],
    [`unknown-operator (0.operator): "greater_than" is no operator, so the condition never holds; ${ELSE}`],
  ],
  [
    [{ field: 'host.nme', operator: 'equals', value: 'x' }],
    [
      'unknown-member (0.field 5-8): the payload has no "host.nme", so the condition fails and the rule never runs; did you mean "name"?',
    ],
  ],
  [
    [{ field: 'event.payload.site', operator: 'equals', value: 'x' }],
    [
      'unknown-member (0.field 0-5): the payload has no "event.payload.site", so the condition fails and the rule never runs; leave out what stands before the name: fields begin in the payload',
    ],
  ],
  [
    [{ field: 'list.0', operator: 'equals', value: 'x' }],
    [
      'unknown-member (0.field 5-6): the payload has no "list.0", so the condition fails and the rule never runs',
    ],
  ],
  [
    [{ field: 'misses', operator: 'contains', value: 3 }],
    [`type (0.operator): "contains" looks for text in text, and misses is a number; ${ELSE}`],
  ],
  [
    [{ field: 'site', operator: 'contains', value: 3 }],
    [`type (0.value): "contains" looks for text in text, so the condition never holds; ${ELSE}`],
  ],
  [
    [{ field: 'site', operator: 'contains' }],
    [`type (0): "contains" looks for text in text, so the condition never holds; ${ELSE}`],
  ],
])('%j', (conditions, expected) => {
  expect(found(conditions)).toEqual(expected);
});

test('of a payload without a schema, any field may be there', () => {
  expect(found([{ field: 'any.thing', operator: 'contains', value: 'x' }], ANY_SHAPE)).toEqual([]);
});

test('a list with very many faults is not reported in full', () => {
  expect(found(Array.from({ length: 10_000 }, () => 1))).toHaveLength(50);
});
