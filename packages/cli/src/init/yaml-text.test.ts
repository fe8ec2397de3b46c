import { expect, test } from 'vitest';
import { yamlText } from './yaml-text.ts';

test.each([
  ['Redis operations', 'Redis operations'],
  ["the host's state (short)", "the host's state (short)"],
  ['redis-cli', 'redis-cli'],
  ['yes', '"yes"'],
  ['Null', '"Null"'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
  ['a, b', '"a, b"'],
  ['1.0', '"1.0"'],
  ['- a', '"- a"'],
  [' a', '" a"'],
  ['a ', '"a "'],
  ['', '""'],
  ['say "hi"', '"say \\"hi\\""'],
  ['重启', '"重启"'],
])('%j is written as %s', (text, expected) => {
  expect(yamlText(text)).toBe(expected);
});
