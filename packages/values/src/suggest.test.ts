import { expect, test } from 'vitest';
import { closest, isSlipOf } from './suggest.ts';

test.each([
  ['hgh', ['low', 'medium', 'high', 'critical'], 'high'],
  ['max-lenght', ['max_items', 'max_length'], 'max_length'],
  ['TITLE', ['id', 'title'], 'title'],
  ['descripton', ['description', 'side_effects'], 'description'],
  ['sciprt', ['exec', 'script'], 'script'],
  ['exce', ['exec', 'script'], 'exec'],
  ['cat', ['bat', 'hat'], 'bat'],
])('%s suggests, of %j, %s', (value, candidates, expected) => {
  expect(closest(value, candidates)).toBe(expected);
});

test.each([
  ['colour', ['low', 'high']],
  ['x', ['y']],
  ['', ['a']],
  ['arg', []],
])('%j is near none of %j', (value, candidates) => {
  expect(closest(value, candidates)).toBeUndefined();
});

test('very long values are not compared at all', () => {
  expect(closest('a'.repeat(100_000), ['a'.repeat(100_000)])).toBeUndefined();
});

test('among more than a thousand candidates nothing is meant', () => {
  const names = Array.from({ length: 1001 }, (_, at) => `name-${at}`);
  expect(closest('nam-7', names.slice(1))).toBe('name-7');
  expect(closest('nam-7', names)).toBeUndefined();
  expect(closest('nam-7', new Set(names))).toBeUndefined();
});

test.each([
  ['lwo', 'low', true],
  ['HTTP', 'http', true],
  ['linus', 'linux', true],
  ['FETCH', 'PATCH', false],
  ['a'.repeat(100_000), 'a', false],
])('that %.10s is a slip of %s is %s', (value, meant, expected) => {
  expect(isSlipOf(value, meant)).toBe(expected);
});
