import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUtf8 } from './utf8-order.ts';

test('U+FF5E comes before U+1F600, although its UTF-16 unit is larger', () => {
  expect(['\u{1f600}', '\uff5e', 'a'].sort(compareUtf8)).toEqual(['a', '\uff5e', '\u{1f600}']);
});

test('a text comes before every text that it begins', () => {
  expect(compareUtf8('a', 'ab')).toBeLessThan(0);
  expect(compareUtf8('', '')).toBe(0);
});

test('any two texts are ordered as their bytes', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(
      text,
      text,
      (a, b) => Math.sign(compareUtf8(a, b)) === Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
    ),
  );
});
