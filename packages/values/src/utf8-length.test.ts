import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8-length.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['é', 2],
  ['€', 3],
  ['😀', 4],
  ['a😀é', 7],
])('%j takes %i bytes', (text, bytes) => {
  expect(utf8Length(text)).toBe(bytes);
});

test('a lone surrogate counts as the three bytes of U+FFFD', () => {
  expect(utf8Length('\ud83d')).toBe(3);
  expect(utf8Length('\ude00\ud83d')).toBe(6);
});

test('any text takes as many bytes as its encoder writes', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => utf8Length(text) === encoder.encode(text).length),
  );
});
