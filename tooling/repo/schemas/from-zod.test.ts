import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromZod } from './from-zod.ts';

const inner = (schema: z.ZodType) => fromZod(z.strictObject({ it: schema })).properties?.it;

test('a whole number is an integer', () => {
  expect(inner(z.number().multipleOf(1).min(1))).toEqual({ type: 'integer', minimum: 1 });
});

test('a step other than one stays', () => {
  expect(inner(z.number().multipleOf(5))).toEqual({ type: 'number', multipleOf: 5 });
});

test('the form of a pattern in words is what editors report', () => {
  expect(inner(z.string().regex(/^[a-z]+$/, 'lower-case letters'))).toEqual({
    type: 'string',
    pattern: '^[a-z]+$',
    patternErrorMessage: 'expected lower-case letters',
  });
});

test('a map says nothing about its keys being text', () => {
  expect(inner(z.record(z.string(), z.string()))).toEqual({
    type: 'object',
    additionalProperties: { type: 'string' },
  });
});

test('a field that may hold anything is optional only when it says so', () => {
  expect(fromZod(z.strictObject({ it: z.unknown().optional() })).required).toBeUndefined();
});
