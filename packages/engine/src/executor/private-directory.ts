import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlannedFile } from '../plan/command-plan.ts';
import { sha256 } from '../sha256.ts';
import type { User } from './find-user.ts';
import { StartError } from './start-error.ts';
import { startTimeOf } from './start-time-of.ts';

const NAME = /^run-([0-9]+)-([0-9]+)-[0-9a-f]+$/;

/** Writes the files of a run where only its user can read them; resolves names to absolute paths. */
export interface PrivateDirectory {
  readonly path: string;
  remove(): void;
}

/**
 * A directory of its own for one run. A file of the pack is read once and compared with its digest, and what was
 * compared is what is written: there is no moment at which another one could take its place.
 */
export function privateDirectory(
  root: string,
  files: readonly PlannedFile[],
  user: User | null,
): PrivateDirectory {
  const contents = files.map((file) => ({ ...file, content: contentOf(file) }));
  const owner = `run-${process.pid}-${startTimeOf(process.pid) ?? 0}`;
  const path = join(root, `${owner}-${randomBytes(8).toString('hex')}`);
  // The root is passed through by other users, and lists nothing to them.
  mkdirSync(root, { recursive: true, mode: 0o711 });
  const remove = () => rmSync(path, { recursive: true, force: true });
  try {
    makeDirectory(path, user);
    for (const { name, content, isExecutable } of contents) {
      makeParents(path, name, user);
      const file = join(path, name);
      writeFileSync(file, content, { mode: isExecutable ? 0o500 : 0o400, flag: 'wx' });
      if (user) chownSync(file, user.uid, user.gid);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { path, remove };
}

function contentOf(file: PlannedFile): Uint8Array {
  if (!file.source) return file.content;
  const { path, sha256: expected } = file.source;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new StartError('file_unreadable', `"${file.name}" cannot be read any more`, cause);
  }
  if (sha256(bytes) === expected) return bytes;
  throw new StartError('file_changed', `"${file.name}" has changed since the pack was loaded`);
}

function makeParents(root: string, name: string, user: User | null): void {
  const parents = dirname(name)
    .split('/')
    .filter((part) => part !== '.');
  for (let depth = 1; depth <= parents.length; depth++) {
    makeDirectory(join(root, ...parents.slice(0, depth)), user);
  }
}

function makeDirectory(path: string, user: User | null): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  if (user) chownSync(path, user.uid, user.gid);
}

/** Removes what runners that were killed have left behind. */
export function sweepPrivateDirectories(root: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(root);
  } catch {
    return;
  }
  for (const name of names) {
    const [, pid, start] = NAME.exec(name) ?? [];
    if (pid === undefined || start === undefined) continue;
    // A number may have gone to another process meanwhile; its start tells.
    if (String(startTimeOf(Number(pid)) ?? '') === start) continue;
    rmSync(join(root, name), { recursive: true, force: true });
  }
}
