import { expect, test } from 'vitest';
import { EVERY_ENTRY, isSecretPath, secretPaths } from './secret-paths.ts';

const secret = { type: 'string', secret: true };
const flat = {
  token: secret,
  login: { type: 'object', properties: { name: { type: 'string' }, password: secret } },
  keys: { type: 'array', items: secret },
  vault: { type: 'object', secret: true, properties: { seal: secret } },
};

test('secrets are found at any depth, and nothing inside one is listed again', () => {
  expect(secretPaths(flat)).toEqual([['token'], ['login', 'password'], ['keys', EVERY_ENTRY], ['vault']]);
});

test('a JSON Schema has the same secrets', () => {
  expect(secretPaths({ type: 'object', properties: flat })).toEqual(secretPaths(flat));
});

test.each([
  [['token'], true],
  [['login', 'password'], true],
  [['login', 'name'], false],
  [['login'], false],
  [['keys', 3], true],
  [['keys', 'first'], false],
  [['vault', 'seal', 'no'], true],
])('whether %j is secret: %s', (path, expected) => {
  expect(isSecretPath(flat, path)).toBe(expected);
});
