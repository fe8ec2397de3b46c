import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../sha256.ts';
import { type EnvironmentLock, type EnvironmentNeed, lockFileOf, lockOf } from './need.ts';

const PROPOSED = '.proposed';

/**
 * Keeps a lock for the pack of a digest that has none of its own. Nothing is built from it before it is approved.
 * Returns its hash, as `approveLocks` takes it.
 */
export function proposeLock(
  root: string,
  packDigest: string,
  { kind }: EnvironmentNeed,
  text: string,
): string {
  const directory = placeFor(root, packDigest);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, lockFileOf(kind) + PROPOSED), text, { mode: 0o600, flush: true });
  return `sha256:${sha256(text)}`;
}

/** The files of the locks that were proposed for a pack, and of those approved since, by the hash of the lock. */
export function proposedLocks(root: string, packDigest: string): ReadonlyMap<string, string> {
  const directory = placeFor(root, packDigest);
  const names = namesIn(directory);
  return new Map(names.map((name) => [`sha256:${sha256(readFileSync(join(directory, name)))}`, name]));
}

/**
 * Approves proposed locks by their hash, as part of trusting the bytes of a pack. Other approvals that were given for
 * the same bytes before are taken back: trust says anew what holds. Throws for a lock that nobody proposed.
 */
export function approveLocks(root: string, packDigest: string, hashes: readonly string[]): void {
  const directory = placeFor(root, packDigest);
  const proposed = proposedLocks(root, packDigest);
  const names = hashes.map((hash) => {
    const name = proposed.get(hash);
    if (name === undefined) throw new Error(`no lock ${hash} was proposed`);
    return name;
  });
  for (const name of namesIn(directory).filter((each) => !each.endsWith(PROPOSED) && !names.includes(each))) {
    rmSync(join(directory, name));
  }
  for (const name of names.filter((each) => each.endsWith(PROPOSED))) {
    renameSync(join(directory, name), join(directory, name.slice(0, -PROPOSED.length)));
  }
}

/** What a pack asks for, with the lock that was approved for exactly its bytes where it has none of its own. */
export function withApprovedLock(
  need: EnvironmentNeed,
  root: string | null,
  packDigest: string,
): EnvironmentNeed {
  if (need.lock || root === null) return need;
  return { ...need, lock: readApproved(join(placeFor(root, packDigest), lockFileOf(need.kind)), need) };
}

function readApproved(path: string, { kind, asked }: EnvironmentNeed): EnvironmentLock | null {
  try {
    return lockOf(kind, readFileSync(path), asked);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const placeFor = (root: string, packDigest: string): string => join(root, packDigest.replace('sha256:', ''));

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
