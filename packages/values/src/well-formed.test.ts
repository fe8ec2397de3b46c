import { expect, test } from 'vitest';
import { isWellFormed, toWellFormed } from './well-formed.ts';

test('pairs of surrogates are left alone', () => {
  expect(isWellFormed('a😀')).toBe(true);
  expect(toWellFormed('a😀')).toBe('a😀');
});

test('lone surrogates become U+FFFD', () => {
  expect(isWellFormed('\ud83d')).toBe(false);
  expect(toWellFormed('a\ude00\ud83d\ud83d\ude00')).toBe('a\ufffd\ufffd😀');
});
