import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fitsOf } from './fits.ts';
import { formOf } from './form-of.ts';

describe('a limit that is not known', () => {
  test.each([
    ['an e-mail address', z.email(), 'a@b.example'],
    ['a start', z.string().startsWith('a'), 'a'],
    ['a condition in code', z.string().refine(() => true), 'a'],
    ['a change of the value', z.string().transform((text) => text), 'a'],
    ['a multiple', z.number().multipleOf(5), 5],
    ['an object that drops keys', z.object({}), {}],
    ['a record with limited keys', z.record(z.string().min(1), z.string()), { a: 'b' }],
    ['a date', z.date(), new Date()],
    ['a condition of a record', z.record(z.string(), z.string()).refine(() => true), { a: 'b' }],
    ['a condition of a word', z.enum(['a', 'b']).refine(() => true), 'a'],
    ['a condition of what may be null', z.nullable(z.string()).refine(() => true), null],
    ['a condition of what may not be changed', z.readonly(z.string()).refine(() => true), 'a'],
    [
      'a condition of what may be left out',
      z.strictObject({ a: z.optional(z.string()).refine(() => true) }),
      { a: 'b' },
    ],
    ['a condition of a union', z.union([z.string(), z.number()]).refine(() => true), 'a'],
    ['an exclusive union', z.xor([z.string(), z.number()]), 'a'],
  ])('is left to the schema: %s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(true);
    expect(fitsOf(formOf(schema))(value)).toBe(false);
  });
});

test('an object that takes other keys fits with and without them', () => {
  const fits = fitsOf(formOf(z.looseObject({ a: z.string() })));
  expect([{ a: '' }, { a: '', b: 1 }, { b: 1 }, { a: 1, b: 1 }].map(fits)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ['an object of another kind', z.record(z.string(), z.unknown()), new Map()],
  ['a missing key', z.strictObject({ a: z.string() }), {}],
  ['an unknown key', z.strictObject({ a: z.string() }), { a: '', b: 1 }],
  ['a key named __proto__', z.strictObject({ a: z.string() }), JSON.parse('{"a":"","__proto__":1}')],
  ['no number', z.number(), Number.NaN],
  ['more than every number', z.number(), Number.POSITIVE_INFINITY],
  ['a fraction', z.number().multipleOf(1), 1.5],
  ['a text that is too long', z.string().max(1), 'ab'],
  ['a list that is too short', z.array(z.string()).min(1), []],
  ['a list that is too long', z.array(z.string()).max(1), ['a', 'b']],
  ['more than the greatest number', z.number().max(1), 2],
  ['a limit that is none of its own numbers', z.number().gt(1), 1],
  ['a limit above its own numbers', z.number().lt(1), 1],
  ['a limit that was said before', z.string().min(2).min(1), 'a'],
  ['a limit that is said again', z.number().max(2).max(1), 2],
  ['nothing where null is', z.null(), undefined],
  ['another branch', z.discriminatedUnion('k', [z.strictObject({ k: z.literal('a') })]), { k: 'b' }],
])('does not fit: %s', (_, schema, value) => {
  expect(fitsOf(formOf(schema))(value)).toBe(false);
});
