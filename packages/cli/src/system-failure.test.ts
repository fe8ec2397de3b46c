import { expect, test } from 'vitest';
import { systemFailure } from './system-failure.ts';

/** An error as Node makes them. */
const failed = (code: string, places: { readonly path?: string; readonly dest?: string } = {}) =>
  Object.assign(new Error(`${code}: as Node says it`), { code, ...places });

test('of a full disk it is said that it is full, with the file where Node names one', () => {
  expect(systemFailure(failed('ENOSPC'))).toEqual([
    'there is no room left on the disk for what is to be written',
    'make room, then run it again',
  ]);
  expect(systemFailure(failed('EDQUOT', { path: '/state/trust.json' }))?.[0]).toBe(
    'there is no room left on the disk for "/state/trust.json"',
  );
});

test('of a link on a disk that is read-only its own place is named, not what it holds', () => {
  expect(systemFailure(failed('EROFS', { path: '18155 5336', dest: '/state/trust.busy' }))).toEqual([
    '"/state/trust.busy" is on a file system that is mounted read-only',
    'mount it for writing, or name another directory',
  ]);
});

test('of what another user keeps to itself it is said whose leave is missing', () => {
  expect(systemFailure(failed('EACCES', { path: '/state/trust.json' }))).toEqual([
    '"/state/trust.json" is not open to this user (EACCES)',
    'run it as the user it belongs to, or change who may read and write it',
  ]);
});

test('of anything else Node has the word', () => {
  expect([systemFailure(failed('EMFILE')), systemFailure(failed('EPERM'))]).toEqual([undefined, undefined]);
});
