// Node only: reached through `@packwright/validator/node`.
import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { compareUtf8 } from '@packwright/values';
import { type LinkEntry, type PackTree, type TreeEntry, TreeReadError } from './pack-tree.ts';
import { readFollowingLinks, readRegularFile } from './read-file.ts';
import { followLink, type LinkProbe } from './resolve-path.ts';

/** Characters that name no file, or, on Windows, a file elsewhere. */
const UNNAMEABLE = sep === '\\' ? /[\0\\:]/ : /\0/;
/** No system opens a longer path. */
const LONGEST_PATH = 32_768;

type Kind = 'file' | 'directory' | 'other';
type Listing = ReadonlyMap<string, Kind>;

const DIRECTORY: TreeEntry = { kind: 'directory' };
const NOTHING: Listing = new Map();

/**
 * The pack in a directory. Files are read when they are asked for, each time anew; a directory is listed once.
 * What the machine keeps from its user is an entry whose `bytes()` throws, and a directory without known names.
 */
export function directoryTree(root: string): PackTree {
  const realRoot = realpathSync.native(root);
  const listings = new Map<string, Listing>();

  const inPlace = (path: string): string => (path === '' ? realRoot : `${realRoot}/${path}`);
  const listing = (directory: string): Listing => {
    const known = listings.get(directory);
    if (known) return known;
    if (!isNameable(directory)) return NOTHING;
    const found = listingOf(inPlace(directory));
    listings.set(directory, found);
    return found;
  };
  const inside = (absolute: string): string | undefined => {
    const path = relative(realRoot, absolute);
    return path === '..' || path.startsWith(`..${sep}`) ? undefined : path.split(sep).join('/');
  };
  const probe: LinkProbe = (path) => {
    const stats = lstatOf(inPlace(path));
    if (!stats || stats instanceof Error) return undefined;
    return stats.isSymbolicLink() ? { target: targetOf(inPlace(path)) } : 'other';
  };
  const look = (path: string): TreeEntry | undefined => {
    const file = inPlace(path);
    const stats = lstatOf(file);
    if (!stats) return undefined;
    if (stats instanceof Error) return outOfReach(path, stats);
    if (stats.isFile()) return fileEntry(file, path);
    if (stats.isDirectory()) return DIRECTORY;
    if (!stats.isSymbolicLink()) return { kind: 'special', what: special(stats) };
    return {
      kind: 'link',
      target: targetOf(file),
      leads: leadsOf(file, path, followLink(path, probe, inside), inside),
    };
  };
  return {
    problems: [],
    entry(path) {
      if (!isNameable(path)) return undefined;
      const slash = path.lastIndexOf('/');
      // One listing says of every file in a directory what one `lstat` each would.
      const kind = listing(slash < 0 ? '' : path.slice(0, slash)).get(path.slice(slash + 1));
      if (kind === 'file') return fileEntry(inPlace(path), path);
      return kind === 'directory' ? DIRECTORY : look(path);
    },
    list: (directory) => [...listing(directory).keys()].sort(compareUtf8),
  };
}

function isNameable(path: string): boolean {
  return path.length <= LONGEST_PATH && !UNNAMEABLE.test(path);
}

function listingOf(directory: string): Listing {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return new Map(
      entries.map((entry) => [
        entry.name,
        entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other',
      ]),
    );
  } catch {
    return NOTHING;
  }
}

function fileEntry(file: string, path: string): TreeEntry {
  return {
    kind: 'file',
    get size() {
      const stats = lstatOf(file);
      return !stats || stats instanceof Error ? 0 : stats.size;
    },
    get isExecutable() {
      const stats = lstatOf(file);
      return !!stats && !(stats instanceof Error) && (stats.mode & 0o111) !== 0;
    },
    bytes: () => readRegularFile(file, path),
  };
}

/** Something is there, but a directory on the way keeps it from this user. */
function outOfReach(path: string, cause: Error): TreeEntry {
  return {
    kind: 'file',
    size: 0,
    bytes() {
      throw new TreeReadError(path, cause);
    },
  };
}

function lstatOf(file: string): Stats | Error | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    return isCode(error, 'ENOTDIR', 'ENAMETOOLONG') ? undefined : (error as Error);
  }
}

/** Empty for a link that has gone meanwhile. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

/**
 * Where a link really leads: one may leave the tree and come back. One out of it may still be read where a loader
 * does; one to nothing is dangling.
 */
function leadsOf(
  file: string,
  path: string,
  leads: LinkEntry['leads'],
  inside: (absolute: string) => string | undefined,
): LinkEntry['leads'] {
  if (leads.state !== 'outside') return leads;
  try {
    const to = inside(realpathSync.native(file));
    if (to !== undefined) return { state: 'inside', to };
    const isFile = statSync(file).isFile();
    return isFile ? { state: 'outside', bytes: () => readFollowingLinks(file, path) } : leads;
  } catch (error) {
    if (isCode(error, 'EACCES')) return leads;
    return { state: isCode(error, 'ELOOP') ? 'loop' : 'dangling' };
  }
}

function special(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
