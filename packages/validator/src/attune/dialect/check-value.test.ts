import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkValue } from './check-value.ts';

const problems = (schema: unknown, value: unknown) =>
  Array.from(checkValue(schema, value), ({ path, message }) => [...path, message].join(' '));

test.each([
  [{ type: 'integer' }, '5', 'is the text "5", not a whole number'],
  [{ type: 'integer' }, 5.5, 'is 5.5, not a whole number'],
  [{ type: 'boolean' }, 1, 'is 1, not true or false'],
  [{ type: ['string', 'null'] }, 3, 'is 3, not text or null'],
  [{ type: 'string' }, null, 'is null, not text'],
  [{ enum: ['a', 'b'] }, 'c', 'is the text "c", which is not one of its values'],
  [{ const: true }, false, 'is false, not true'],
  [{ minimum: 1 }, 0, 'is 0, below 1'],
  [{ maximum: 1 }, 2n, 'is 2, above 1'],
  [{ exclusiveMinimum: 1 }, 1, 'is 1, not above 1'],
  [{ exclusiveMaximum: 1 }, 1, 'is 1, not below 1'],
  [{ multipleOf: 5 }, 7, 'is 7, not a multiple of 5'],
  [{ minLength: 2 }, '\u{1F600}', 'has 1 character, fewer than 2'],
  [{ maxLength: 1 }, 'ab', 'has 2 characters, more than 1'],
  [{ pattern: '^a' }, 'b', 'is "b", which does not match "^a"'],
  [{ maxItems: 1 }, [1, 2], 'has 2 entries, more than 1'],
  [{ items: { type: 'string' } }, ['a', 1], '1 is 1, not text'],
  [
    { uniqueItems: true },
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    '1 is in the list twice',
  ],
  [{ required: ['a'] }, {}, 'has no "a"'],
  [{ properties: { a: { type: 'string' } } }, { a: 1 }, 'a is 1, not text'],
  [{ additionalProperties: false }, { a: 1 }, 'a is not allowed here'],
  [{ anyOf: [{ type: 'string' }, { minimum: 3 }] }, 1, 'is 1, which fits no branch of `anyOf`'],
  [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 3, 'is 3, which fits 2 branches of `oneOf` and not one'],
  [{ not: { type: 'null' } }, null, 'is null, which `not` rules out'],
])('%o does not take %o', (schema, value, expected) => {
  expect(problems(schema, value)).toEqual([expected]);
});

test.each([
  [{ type: 'integer' }, 3.0],
  [{ type: 'number' }, 3],
  [{ type: 'any' }, 'x'],
  [{ type: 'string', format: 'date-time' }, 'no date'],
  [{ enum: [1] }, 1n],
  [{ pattern: '(?<=a)b' }, 'c'],
  [{ $ref: '#/x' }, 3],
  [{ multipleOf: 0.1 }, 0.3],
  [true, 3],
  ['no schema', 3],
])('%o takes %o', (schema, value) => {
  expect(problems(schema, value)).toEqual([]);
});

test('a pattern that makes others search for ages is searched at once', () => {
  expect(problems({ pattern: '^(a+)+$' }, `${'a'.repeat(5000)}b`)).toHaveLength(1);
});

test('branches that branch again are given up before they take long', () => {
  let schema: unknown = { type: 'string' };
  for (let depth = 0; depth < 60; depth++) schema = { anyOf: [schema, schema] };
  expect(problems(schema, 1)).toEqual([]);
});

test('no schema and no value make it fail', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (schema, value) => {
      problems(schema, value);
    }),
  );
});
