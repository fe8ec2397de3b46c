import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromZod } from './from-zod.ts';
import { openPlaces } from './open-places.ts';

const open = (expected: z.ZodType) => z.union([expected, z.unknown()]);
const inner = (schema: z.ZodType) => openPlaces(fromZod(z.strictObject({ it: schema }))).properties?.it;

test('a mapping that may be anything may be empty, and its keys may hold anything', () => {
  const entry = z.strictObject({
    type: z.enum(['a', 'b']).describe('A type.'),
    hidden: z.string().meta({ doNotSuggest: true }),
    list: z.array(z.strictObject({ size: z.number() })),
    any: z.unknown(),
  });
  const size = { type: ['object', 'null'], properties: { size: { anyOf: [{ type: 'number' }, {}] } } };
  expect(inner(open(entry).optional().describe('An entry.'))).toEqual({
    description: 'An entry.',
    anyOf: [
      {
        type: ['object', 'null'],
        properties: {
          type: { description: 'A type.', anyOf: [{ type: 'string', enum: ['a', 'b'] }, {}] },
          hidden: { doNotSuggest: true, anyOf: [{ type: 'string' }, {}] },
          list: { anyOf: [{ type: ['array', 'null'], items: { anyOf: [size, {}] } }, {}] },
          any: {},
        },
      },
      {},
    ],
  });
});

test('a single value that may be anything stays a union, in which editors find the values', () => {
  expect(inner(open(z.enum(['a', 'b'])))).toEqual({ anyOf: [{ type: 'string', enum: ['a', 'b'] }, {}] });
});

test('a definition that is also used where it has to hold is kept beside its open form', () => {
  const tree: z.ZodType = z
    .strictObject({ size: z.number(), kids: z.lazy(() => tree).optional() })
    .meta({ id: 'Tree' });
  const { definitions, properties } = openPlaces(
    fromZod(z.strictObject({ held: tree, free: open(tree), map: z.record(z.string(), open(tree)) })),
  );
  const free = { anyOf: [{ $ref: '#/definitions/Tree.open' }, {}] };
  expect(properties).toEqual({
    held: { $ref: '#/definitions/Tree' },
    free,
    map: { type: 'object', additionalProperties: free },
  });
  expect(definitions).toEqual({
    Tree: {
      type: 'object',
      properties: { size: { type: 'number' }, kids: { $ref: '#/definitions/Tree' } },
      required: ['size'],
      additionalProperties: false,
    },
    'Tree.open': {
      type: ['object', 'null'],
      properties: { size: { anyOf: [{ type: 'number' }, {}] }, kids: free },
    },
  });
});
