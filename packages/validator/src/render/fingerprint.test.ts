import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('the fingerprint is 64-bit FNV-1a', () => {
  expect([fingerprint(''), fingerprint('a'), fingerprint('foobar')]).toEqual([
    'cbf29ce484222325',
    'af63dc4c8601ec8c',
    '85944171f73967e8',
  ]);
});
