import { expect, test } from 'vitest';
import { sortedKeywords } from './sorted-keywords.ts';

const written = (schema: object) => JSON.stringify(sortedKeywords(schema as never));

test('keywords are sorted, the names under `properties` stay in the order of the author', () => {
  expect(
    written({ type: 'object', properties: { type: { type: 'string', const: 'x' }, id: { type: 'string' } } }),
  ).toBe('{"properties":{"type":{"const":"x","type":"string"},"id":{"type":"string"}},"type":"object"}');
});

test('data inside a schema stays as it is', () => {
  expect(written({ examples: [{ b: 1, a: 2 }], default: { b: 1, a: 2 } })).toBe(
    '{"default":{"b":1,"a":2},"examples":[{"b":1,"a":2}]}',
  );
});
