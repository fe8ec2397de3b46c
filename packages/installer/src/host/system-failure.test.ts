import { expect, test } from 'vitest';
import { systemFailure } from './system-failure.ts';

/** An error as Node makes them. */
const failed = (code: string, places: { readonly path?: string; readonly dest?: string } = {}) =>
  Object.assign(new Error(`${code}: as Node says it`), { code, errno: -1, syscall: 'open', ...places });

test('of a full disk it is said that it is full, with the file where Node names one', () => {
  expect(systemFailure(failed('ENOSPC'))).toEqual({
    message: 'there is no room left on the disk for what is to be written',
    hint: 'make room, then run it again',
  });
  expect(systemFailure(failed('EDQUOT', { path: '/state/trust.json' }))?.message).toBe(
    'there is no room left on the disk for "/state/trust.json"',
  );
});

test('of a link on a disk that is read-only its own place is named, not what it holds', () => {
  expect(systemFailure(failed('EROFS', { path: '18155 5336', dest: '/state/trust.busy' }))).toEqual({
    message: '"/state/trust.busy" is on a file system that is mounted read-only',
    hint: 'mount it for writing, or name another directory',
  });
});

test('of what another user keeps to itself it is said whose leave is missing', () => {
  expect(systemFailure(failed('EACCES', { path: '/state/trust.json' }))).toEqual({
    message: '"/state/trust.json" is not open to this user (EACCES)',
    hint: 'run it as the user it belongs to, or change who may read and write it',
  });
});

test('of anything else Node has the word', () => {
  expect(systemFailure(failed('EMFILE'))).toEqual({ message: 'EMFILE: as Node says it' });
  expect(systemFailure(failed('EPERM'))).toEqual({ message: 'EPERM: as Node says it' });
});

test('an error that is not of the machine is none', () => {
  expect([systemFailure(new Error('a fault')), systemFailure('thrown')]).toEqual([undefined, undefined]);
});
