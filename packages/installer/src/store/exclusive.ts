import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { LockHeldError, lockFile } from '@packwright/engine';
import { InstallError } from '../install-error.ts';

const PATIENCE_MS = 5_000;

/**
 * Does work that no other process may do at the same time, marked by a name in the file system. A mark whose
 * process is gone counts for nothing. Throws an `InstallError` when another process does not end in five seconds.
 */
export async function exclusively<T>(mark: string, what: string, work: () => T | Promise<T>): Promise<T> {
  const release = await taken(mark, what);
  try {
    return await work();
  } finally {
    release();
  }
}

async function taken(mark: string, what: string): Promise<() => void> {
  mkdirSync(dirname(mark), { recursive: true });
  try {
    return await lockFile(mark, PATIENCE_MS);
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    const message = `another packwright, process ${error.pid}, is at work on ${what}`;
    throw new InstallError('busy', message, 'let it finish, then try again');
  }
}
