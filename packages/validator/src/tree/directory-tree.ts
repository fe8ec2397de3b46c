// Node only: reached through `@packwright/validator/node`.
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareUtf8 } from '@packwright/values';
import { type LinkEntry, type PackTree, type TreeEntry, TreeReadError } from './pack-tree.ts';
import { followLink, type LinkProbe } from './resolve-path.ts';

/** The pack in a directory. Files are read when they are asked for, each time anew. */
export function directoryTree(root: string): PackTree {
  const realRoot = realpathSync(root);
  // Every action file asks for its directory; one look at it is enough.
  const directories = new Map<string, TreeEntry | undefined>();

  const inside = (absolute: string): string | undefined => {
    const path = relative(realRoot, absolute);
    return path === '..' || path.startsWith(`..${sep}`) ? undefined : path.split(sep).join('/');
  };
  const probe: LinkProbe = (path) => {
    const stats = lstatSync(join(realRoot, path), { throwIfNoEntry: false });
    if (!stats) return undefined;
    return stats.isSymbolicLink() ? { target: readlinkSync(join(realRoot, path)) } : 'other';
  };
  const look = (path: string): TreeEntry | undefined => {
    const file = join(realRoot, path);
    const stats = path.includes('\0') ? undefined : lstatOf(file);
    if (!stats) return undefined;
    if (stats.isFile()) return { kind: 'file', size: stats.size, bytes: () => read(file, path) };
    if (stats.isDirectory()) return { kind: 'directory' };
    if (!stats.isSymbolicLink()) return { kind: 'special', what: special(stats) };
    return {
      kind: 'link',
      target: readlinkSync(file),
      leads: leadsOf(file, followLink(path, probe, inside)),
    };
  };
  return {
    problems: [],
    entry(path) {
      if (directories.has(path)) return directories.get(path);
      const entry = look(path);
      if (entry?.kind === 'directory') directories.set(path, entry);
      return entry;
    },
    list(directory) {
      try {
        return readdirSync(join(realRoot, directory)).sort(compareUtf8);
      } catch (error) {
        if (isCode(error, 'ENOENT', 'ENOTDIR')) return [];
        throw new TreeReadError(directory, error);
      }
    },
  };
}

function lstatOf(file: string) {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (isCode(error, 'ENOTDIR', 'ENAMETOOLONG')) return undefined;
    throw new TreeReadError(file, error);
  }
}

/** A link out of the tree may still be read where a loader does; one to nothing is dangling. */
function leadsOf(file: string, leads: LinkEntry['leads']): LinkEntry['leads'] {
  if (leads.state !== 'outside') return leads;
  try {
    const stats = statSync(file);
    return stats.isFile() ? { state: 'outside', bytes: () => read(file, file) } : leads;
  } catch (error) {
    return { state: isCode(error, 'ELOOP') ? 'loop' : 'dangling' };
  }
}

function read(file: string, path: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new TreeReadError(path, error);
  }
}

function special(stats: { isFIFO(): boolean; isSocket(): boolean }): string {
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
