import { describe, expect, test } from 'vitest';
import { compileReplacer } from '../pattern.ts';

const replaced = (pattern: string, template: string, value: string) =>
  compileReplacer(pattern, template)?.(value).text;

describe('a replacement template means what it means in Go', () => {
  test.each([
    ['(a)(b)', '$2$1', 'ab', 'ba'],
    ['(a)', '${1}x', 'a', 'ax'],
    ['(a)', '$1x', 'a', ''],
    ['(?P<name>a)', '<${name}>', 'a', '<a>'],
    ['(?P<name>a)', '<$name>', 'a', '<a>'],
    ['(x)(?P<n>a)(?P<n>b)', '${n}', 'xab', 'a'],
    ['a', '$$', 'a', '$'],
    ['a', '$', 'a', '$'],
    ['a', '$&', 'a', '$&'],
    ['a', '\\1', 'a', '\\1'],
    ['(a)|b', '[$1]', 'ab', '[a][]'],
    ['a', '$9', 'a', ''],
    ['[(]a', '$1', '(a', ''],
  ])('%s by %s in %s', (pattern, template, value, expected) => {
    expect(replaced(pattern, template, value)).toBe(expected);
  });
});

test('an empty match right behind a match is none, as in Go', () => {
  expect(compileReplacer('a*', 'x')?.('baac')).toEqual({ text: 'xbxcx', count: 3 });
});

test('a text that is no pattern has no replacer', () => {
  expect(compileReplacer('(?=a)', '')).toBeUndefined();
});
