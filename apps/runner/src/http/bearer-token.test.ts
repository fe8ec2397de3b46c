import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bearerToken } from './bearer-token.ts';

const folder = mkdtempSync(join(tmpdir(), 'packwright-token-'));
const good = 'a'.repeat(32);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string, mode: number): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

test('a file that is missing is made, for its user alone, with a token of 256 bits', () => {
  const path = join(folder, 'new', 'mcp-token');
  const token = bearerToken({}, path);
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect([readFileSync(path, 'utf8'), (statSync(path).mode & 0o777).toString(8)]).toEqual([
    `${token}\n`,
    '600',
  ]);
  expect(bearerToken({}, path)).toBe(token);
});

test('the environment wins over the file', () => {
  expect(bearerToken({ PACKWRIGHT_MCP_TOKEN: good }, join(folder, 'none'))).toBe(good);
});

test.each([0o640, 0o604, 0o620])('a file of mode %o is refused: others could know it', (mode) => {
  expect(() => bearerToken({}, file('open', good, mode))).toThrow('others than its user can read');
});

test('a link is refused, since whoever placed it may read what it leads to', () => {
  symlinkSync(file('aim', good, 0o600), join(folder, 'link'));
  expect(() => bearerToken({}, join(folder, 'link'))).toThrow('is a link');
});

test.each([
  ['short', 'abc'],
  ['with a space', `${good} ${good}`],
  ['empty', ''],
])('a token that is %s is refused without being shown', (_, token) => {
  const path = file('bad', token, 0o600);
  expect(() => bearerToken({}, path)).toThrow(
    `the token in ${path} is no bearer token of 32 characters or more`,
  );
});
