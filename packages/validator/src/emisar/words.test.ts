import { expect, test } from 'vitest';
import { broughtWith, isEverywhere, isNoVerb, isSecretKey } from './words.ts';

test.each(['token', 'next_page_token', 'API-Key', 'db.password', 'accessToken', 'session_key_id'])(
  'the runner masks the text under %j',
  (key) => {
    expect(isSecretKey(key)).toBe(true);
  },
);

test.each(['next_page_cursor', 'tokens', 'credentialed', 'salted-web-01', 'passport', 'key'])(
  'the runner leaves the text under %j alone',
  (key) => {
    expect(isSecretKey(key)).toBe(false);
  },
);

test('a program of the base system is everywhere, another is not', () => {
  expect(isEverywhere('cat')).toBe(true);
  expect(isEverywhere('jq')).toBe(false);
});

test('naming one program of a package names the others', () => {
  expect(broughtWith('wg')).toEqual(['wg', 'wg-quick']);
  expect(broughtWith('jq')).toEqual(['jq']);
});

test('an article, a preposition and a piece of code are no verbs', () => {
  expect(['The', 'for', '`kubectl', '-5s', 'This,'].map(isNoVerb)).toEqual([true, true, true, true, true]);
  expect(['Show', 'Re-read', '"Show', 'Forcibly', 'SIGTERM'].map(isNoVerb)).toEqual(Array(5).fill(false));
});
