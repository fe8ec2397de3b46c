import { misfitOf } from '@packwright/schema/form';
import { compareUtf8, jsonLine, parseJsonText } from '@packwright/values';
import type { LockEntry, LockFile } from './documents.ts';
import { lockFileForm } from './forms.ts';
import { InstallError } from './install-error.ts';

/** The lock of a directory in which nothing is installed. */
export const emptyLock: LockFile = { schema: 'packwright.lock/v1', packs: [] };

/**
 * Reads a lock, which is at a path; throws an `InstallError` for one that is damaged, because it is never taken for an
 * empty one.
 */
export function readLock(text: string, path = 'packwright.lock'): LockFile {
  const value = parseJsonText(text);
  const at = misfitOf(lockFileForm, value);
  if (!at) return value as LockFile;
  const place = at.length > 0 ? ` at "${at.join('.')}"` : '';
  throw new InstallError(
    'lock_malformed',
    `${path}:${jsonLine(text, at)}: the lock is damaged${place}`,
    'put it back from version control, or move it away and install each pack again',
  );
}

/** The text of a lock: the same for the same packs, one change a line. */
export const writeLock = (lock: LockFile): string => `${JSON.stringify(lock, null, 2)}\n`;

/** The lock with the entry of one pack replaced, or taken out. */
export function withEntry(lock: LockFile, id: string, entry: LockEntry | null): LockFile {
  const others = lock.packs.filter((each) => each.id !== id);
  const packs = entry ? [...others, entry] : others;
  return { ...lock, packs: packs.sort((a, b) => compareUtf8(a.id, b.id)) };
}
