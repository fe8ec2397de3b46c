import type { LockEntry, LockFile } from './documents.ts';
import { InstallError } from './install-error.ts';
import type { CheckedPack } from './place-pack.ts';

/** The entry of a lock for a request: by what was asked for, or by its id. Throws an `InstallError` without one. */
export function lockedEntry(lock: LockFile, requested: string): LockEntry {
  const entry = lock.packs.find((each) => each.requested === requested || each.id === requested);
  if (entry) return entry;
  const hint = 'install it once without --frozen, and commit packwright.lock';
  throw new InstallError('not_locked', `packwright.lock does not know "${requested}"`, hint);
}

/** Refuses bytes that are not those of the lock. */
export function requireLocked({ opened }: CheckedPack, { id, version, digest }: LockEntry): void {
  if (opened.id === id && opened.version === version && opened.digest === digest) return;
  throw new InstallError(
    'not_locked',
    `${opened.id} ${opened.version} with ${opened.digest} is not ${id} ${version} with ${digest}, as packwright.lock has it`,
    'find out why the source has other bytes; without --frozen they would be taken',
  );
}
