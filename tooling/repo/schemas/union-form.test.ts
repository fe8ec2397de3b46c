import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromZod } from './from-zod.ts';
import { unionForm } from './union-form.ts';

const branch = { type: 'object', additionalProperties: false } as const;

test('a union becomes a base and one closed branch per kind', () => {
  const schema = fromZod(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), id: z.string(), path: z.string() }).meta({ title: 'A' }),
      z
        .strictObject({ kind: z.literal('b'), id: z.string(), size: z.number().optional() })
        .meta({ title: 'B' }),
    ]),
  );
  expect(unionForm(schema)).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: { kind: { type: 'string', enum: ['a', 'b'] }, id: { type: 'string' } },
    required: ['kind', 'id'],
    allOf: [
      {
        if: { type: 'object', properties: { kind: { const: 'a' } }, required: ['kind'] },
        then: {
          title: 'A',
          properties: { kind: true, id: true, path: { type: 'string' } },
          required: ['path'],
          additionalProperties: false,
        },
      },
      {
        if: { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind'] },
        then: {
          title: 'B',
          properties: { kind: true, id: true, size: { type: 'number' } },
          additionalProperties: false,
        },
      },
    ],
  });
});

test('a property that differs per kind is in the base with what all kinds agree on', () => {
  const of = (kind: string, key: string) => ({
    ...branch,
    properties: {
      kind: { type: 'string', const: kind },
      run: { ...branch, description: 'What runs.', properties: { [key]: { type: 'string' } } },
    },
    required: ['kind', 'run'],
  });
  const { properties, required } = unionForm({ oneOf: [of('a', 'file'), of('b', 'url')] });
  expect(properties?.run).toEqual({ type: 'object', description: 'What runs.' });
  expect(required).toEqual(['kind', 'run']);
});

test('a branch that takes other keys stays open', () => {
  const of = (kind: string) => ({ type: 'object', properties: { kind: { type: 'string', const: kind } } });
  const { allOf } = unionForm({ oneOf: [of('a'), of('b')] }) as { allOf: { then: object }[] };
  expect(allOf.map((branch) => branch.then)).toEqual([
    { properties: { kind: true } },
    { properties: { kind: true } },
  ]);
});

test('snippets of the branches are offered until a kind is chosen', () => {
  const of = (kind: string) => ({
    ...branch,
    properties: { kind: { type: 'string', const: kind } },
    required: ['kind'],
    defaultSnippets: [{ label: `new ${kind}` }],
  });
  const { allOf } = unionForm({ oneOf: [of('a'), of('b')] }) as { allOf: unknown[] };
  expect(allOf[0]).toEqual({
    if: { type: 'object', properties: { kind: true }, required: ['kind'] },
    else: { defaultSnippets: [{ label: 'new a' }, { label: 'new b' }] },
  });
});

test('a union without a discriminator stays as it is', () => {
  const schema = { oneOf: [{ type: 'string' }, { type: 'number' }] };
  expect(unionForm(schema)).toBe(schema);
});
