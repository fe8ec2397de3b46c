import { expect, test } from 'vitest';
import { normalPath } from './normal-path.ts';
import { parsePath } from './parse-path.ts';
import { coversPath } from './path-pattern.ts';

function covers(entry: string, path: string): boolean | string {
  const parsed = parsePath(entry);
  if (!parsed.ok) return parsed.code;
  const normal = normalPath(path);
  return normal === undefined ? 'ambiguous' : coversPath(parsed.pattern, normal);
}

test.each([
  ['/a', '/a', true],
  ['/a', '/a/', false],
  ['/a/', '/a', false],
  ['/a', '/A', false],
  ['/', '/', true],
  ['/**', '/', true],
  ['/api/v1/**', '/api/v1', true],
  ['/api/v1/**', '/api/v1/', true],
  ['/api/v1/**', '/api/v1/a/b', true],
  ['/api/v1/**', '/api/v10', false],
  ['/api/**/raw', '/api/raw', true],
  ['/api/**/raw', '/api/a/b/raw', true],
  ['/api/**/raw', '/api/a/b/raw/c', false],
  ['/**/a/**/b', '/x/a/y/a/z/b', true],
  ['/webhook/*', '/webhook/x', true],
  ['/webhook/*', '/webhook/', false],
  ['/webhook/*', '/webhook/x/y', false],
  ['/v*', '/v', true],
  ['/v*/x', '/v12/x', true],
  ['/*.json', '/a.json', true],
  ['/*.json', '/.json', true],
  ['/a*b*c', '/abc', true],
  ['/a*b*c', '/axbxc', true],
  ['/a*b*c', '/acb', false],
  ['/ab*ba', '/aba', false],
  ['/b\u00fccher', '/b%c3%bccher', true],
  ['/a b', '/a%20b', true],
  ['/%7Euser', '/~user', true],
  ['/a;b=1', '/a;b=1', true],
])('%s and %s: %s', (entry, path, expected) => {
  expect(covers(entry, path)).toBe(expected);
});

test.each([
  ['/a?b', 'path_query'],
  ['/a#b', 'path_query'],
  ['/{id}', 'path_glob'],
  ['/[ab]', 'path_glob'],
  ['/***', 'path_glob'],
  ['/a**/b', 'path_glob'],
  ['/a//b', 'path_unreachable'],
  ['/a/../b', 'path_unreachable'],
  ['/a%2Fb', 'path_unreachable'],
  ['/100%', 'path_unreachable'],
])('the entry %s is refused as %s', (entry, code) => {
  expect(covers(entry, '/')).toBe(code);
});

test.each([
  '/a//b',
  '//',
  '/.',
  '/a/..',
  '/%2e/a',
  '/a/.%2E/b',
  '/a/..;x=1/b',
  '/a%2fb',
  '/a%5Cb',
  '/a\\b',
  '/a%00',
  '/a\tb',
  '/100%',
  '/%zz',
  'a',
  `/${'a'.repeat(16_384)}`,
])('the path %j is one that servers read in different ways', (path) => {
  expect(normalPath(path)).toBeUndefined();
});

test('stars by the hundred take no long time', () => {
  expect(covers(`/${'a*'.repeat(400)}b`, `/${'a'.repeat(16_000)}`)).toBe(false);
  expect(covers(`/${'**/a/'.repeat(200)}b`, `/${'a/'.repeat(8_000)}c`)).toBe(false);
});
