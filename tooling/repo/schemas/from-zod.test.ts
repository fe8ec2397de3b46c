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

test('a value or null is one schema of two types, with the text of the field', () => {
  expect(inner(z.string().min(1).nullish().describe('A name.'))).toEqual({
    type: ['string', 'null'],
    minLength: 1,
    description: 'A name.',
  });
});

test('a word of a list or null stays a union, since a list has to name null as well', () => {
  expect(inner(z.enum(['a', 'b']).nullable())).toEqual({
    anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'null' }],
  });
});

test('what nests in itself is defined once, and reached at every depth', () => {
  const tree: z.ZodType = z
    .strictObject({ size: z.number().multipleOf(1), kids: z.array(z.lazy(() => tree)).optional() })
    .meta({ id: 'Tree' });
  expect(fromZod(z.strictObject({ it: tree }))).toMatchObject({
    properties: { it: { $ref: '#/definitions/Tree' } },
    definitions: { Tree: { properties: { size: { type: 'integer' } } } },
  });
});

test('a field that refers to a definition keeps its own text', () => {
  const name = z.strictObject({ first: z.string() }).meta({ id: 'Name', description: 'Any name.' });
  expect(inner(name.optional().describe('Whose it is.'))).toEqual({
    $ref: '#/definitions/Name',
    description: 'Whose it is.',
  });
});
