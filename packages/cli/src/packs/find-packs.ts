import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shownPath } from '@packwright/validator/node';
import { compareUtf8 } from '@packwright/values';
import { UsageError } from '../usage-error.ts';
import { isPath } from './operand.ts';

/** A pack that the command line names or leads to. */
export interface PackPath {
  /** From the working directory, with `/`; `.` for itself. */
  readonly path: string;
  /** Absolute path in the system's own spelling. */
  readonly location: string;
}

const MANIFEST = 'pack.yaml';
const SKIPPED = new Set(['node_modules', '.git']);

/**
 * The packs under some paths, each once, in UTF-8 order of their paths. A directory with a manifest or an archive is a
 * pack; any other directory is searched. Links to directories are not followed, packs not searched for more.
 * A directory that cannot be read counts as a pack, so that it is reported. Throws a `UsageError` for a path without any.
 */
export function findPacks(operands: readonly string[], cwd: string): PackPath[] {
  const found = new Map<string, PackPath>();
  for (const operand of operands) {
    const locations = packsUnder(operand, resolve(cwd, operand));
    if (locations.length === 0) {
      throw new UsageError(`no pack found under "${operand}"`, nearManifest(resolve(cwd, operand)));
    }
    for (const location of locations) {
      const path = shownPath(location, cwd);
      found.set(path, { path, location });
    }
  }
  return [...found.values()].sort((a, b) => compareUtf8(a.path, b.path));
}

function nearManifest(location: string): string {
  const near = entriesOf(location)?.find(({ name }) => /^pack\.ya?ml$/i.test(name));
  return near ? `rename "${near.name}" to "${MANIFEST}"` : `a pack is a directory with a ${MANIFEST}`;
}

function packsUnder(operand: string, location: string): string[] {
  const stats = statOf(operand, location);
  if (stats.isDirectory()) return searchDirectory(location);
  if (stats.isFile() && isArchive(location)) return [location];
  throw new UsageError(`"${operand}" is not a pack`, 'name the directory of a pack, or an archive of one');
}

export const isArchive = (location: string): boolean => /\.(?:tar|tar\.gz|tgz|zip)$/.test(location);

function statOf(operand: string, location: string) {
  try {
    return statSync(location);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') throw new UsageError(`"${operand}" cannot be reached: permission denied`);
    if (code === 'ELOOP') throw new UsageError(`"${operand}" is a link that leads in a circle`);
    const hint = isPath(operand) ? undefined : 'this takes paths; `packwright list` names installed packs';
    throw new UsageError(`"${operand}" does not exist`, hint);
  }
}

function searchDirectory(root: string): string[] {
  const packs: string[] = [];
  const open = [root];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    const entries = entriesOf(directory);
    if (!entries || entries.some((entry) => entry.name === MANIFEST)) {
      packs.push(directory);
      continue;
    }
    for (const entry of entries) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) open.push(join(directory, entry.name));
    }
  }
  return packs;
}

function entriesOf(directory: string): Dirent[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
