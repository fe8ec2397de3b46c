import { Digest } from '@packwright/schema';
import * as z from '@packwright/schema/zod';
import { compareUtf8, jsonLine } from '@packwright/values';
import { InstallError } from './install-error.ts';

/** One installed pack: what was asked for, and what that turned out to be. */
export const LockEntry = z
  .strictObject({
    id: z.string().min(1),
    format: z.string().min(1),
    requested: z.string().min(1).describe('What the operator asked for, as written.'),
    version: z.string().min(1),
    digest: Digest,
    source: z.string().min(1).describe('Where the bytes came from: a path or an address.'),
  })
  .readonly();
export type LockEntry = z.infer<typeof LockEntry>;

/** `packwright.lock`: the packs of one directory, by id. */
export const LockFile = z
  .strictObject({ schema: z.literal('packwright.lock/v1'), packs: z.array(LockEntry).readonly() })
  .readonly();
export type LockFile = z.infer<typeof LockFile>;

/** The lock of a directory in which nothing is installed. */
export const emptyLock: LockFile = { schema: 'packwright.lock/v1', packs: [] };

/**
 * Reads a lock, which is at a path; throws an `InstallError` for one that is damaged, because it is never taken for an
 * empty one.
 */
export function readLock(text: string, path = 'packwright.lock'): LockFile {
  const result = LockFile.safeParse(jsonOf(text));
  if (result.success) return result.data;
  const at = result.error.issues[0]?.path ?? [];
  const place = at.length > 0 ? ` at "${at.join('.')}"` : '';
  throw new InstallError(
    'lock_malformed',
    `${path}:${jsonLine(text, at)}: the lock is damaged${place}`,
    'put it back from version control, or move it away and install each pack again',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a lock: the same for the same packs, one change a line. */
export const writeLock = (lock: LockFile): string => `${JSON.stringify(lock, null, 2)}\n`;

/** The lock with the entry of one pack replaced, or taken out. */
export function withEntry(lock: LockFile, id: string, entry: LockEntry | null): LockFile {
  const others = lock.packs.filter((each) => each.id !== id);
  const packs = entry ? [...others, entry] : others;
  return { ...lock, packs: packs.sort((a, b) => compareUtf8(a.id, b.id)) };
}
