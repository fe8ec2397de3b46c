import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('ordinary text of any script stays as it is', () => {
  expect(visible('risk "hoch" – 重启 😀 👩‍👩‍👧 é')).toBe('risk "hoch" – 重启 😀 👩‍👩‍👧 é');
});

test('a terminal sequence is spelled out', () => {
  expect(visible('\x1b]8;;http://x\x07')).toBe('<U+001B>]8;;http://x<U+0007>');
});

test('eight-bit controls are spelled out', () => {
  expect(visible('\x9b31m\x7f')).toBe('<U+009B>31m<U+007F>');
});

test('characters that turn the direction of text are spelled out', () => {
  expect(visible('a\u202eb\u2066c\u200f')).toBe('a<U+202E>b<U+2066>c<U+200F>');
});

test('characters that are drawn as nothing are spelled out', () => {
  expect(visible('a\u200bb\ufeffc\u{e0041}')).toBe('a<U+200B>b<U+FEFF>c<U+E0041>');
});

test('half a surrogate pair is spelled out', () => {
  expect(visible('a\ud800b')).toBe('a<U+D800>b');
});

test('line breaks and tabs become their escapes, so text stays on its line', () => {
  expect(visible('a\r\n\tb\u2028')).toBe('a\\r\\n\\tb<U+2028>');
});
