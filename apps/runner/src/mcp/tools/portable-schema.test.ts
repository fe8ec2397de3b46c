import { expect, test } from 'vitest';
import { inputForClients, outputForClients } from './portable-schema.ts';

test('patterns that JavaScript does not read, or reads otherwise, are left out of what goes in', () => {
  const schema = (pattern: string) => ({ properties: { pattern: { type: 'string', pattern } } });
  expect(inputForClients(schema('^[a-z]+$'))).toEqual(schema('^[a-z]+$'));
  for (const pattern of ['(?i)a', '\\Aa\\z', '[[:alpha:]]', '\\pN', '(a']) {
    expect(inputForClients(schema(pattern))).toEqual({ properties: { pattern: { type: 'string' } } });
  }
});

test('what comes out is not judged again where a client could judge otherwise', () => {
  const declared = {
    type: 'object',
    properties: {
      pattern: { type: 'string', pattern: '^a', format: 'date' },
      list: { type: 'array', items: { anyOf: [{ $ref: '#/$defs/format' }, { const: { pattern: 'x' } }] } },
    },
    patternProperties: { '^x': { type: 'string' } },
    additionalProperties: false,
    $defs: { format: { type: 'string', format: 'email' } },
  };
  expect(outputForClients(declared)).toEqual({
    type: 'object',
    properties: {
      pattern: { type: 'string' },
      list: { type: 'array', items: { anyOf: [{ $ref: '#/$defs/format' }, { const: { pattern: 'x' } }] } },
    },
    $defs: { format: { type: 'string' } },
  });
});

test('a closed object stays closed where its names are listed', () => {
  const closed = { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false };
  expect(outputForClients(closed)).toEqual(closed);
});
