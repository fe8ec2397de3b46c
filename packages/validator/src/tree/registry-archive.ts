import type { MemoryEntry } from './memory-tree.ts';
import type { Archive, ArchiveEntry, TreeProblem } from './pack-tree.ts';
import { cleanPath } from './resolve-path.ts';

const MIB = 1024 * 1024;

/** The limits of a fetched pack (specs/emisar 1.1). */
const MOST_ENTRIES = 4_000;
const LARGEST_FILE = 8 * MIB;
const LARGEST_PACK = 32 * MIB;
/** Headers and padding come on top: at most four blocks of 512 for an entry with a long name, and the end mark. */
const LARGEST_ARCHIVE = LARGEST_PACK + MOST_ENTRIES * 2048 + MIB;
const LONGEST_NAME = 1_024;
const DEEPEST = 64;

const TOO_MUCH: TreeProblem = {
  path: '',
  message: 'the archive unpacks to more than 32 MiB',
  hint: 'leave out what the pack does not use',
};

/** How an archive was packed. */
export interface Packing {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/**
 * What the archive of a registry holds, or why one is refused: it breaks a limit, or holds anything but files and
 * directories inside its root.
 */
export function judgeForRegistry(
  archive: Archive,
  { packedBytes, unpackedBytes }: Packing,
): ReadonlyMap<string, MemoryEntry> | TreeProblem {
  try {
    if (archive.cut === 'size' || packedBytes > LARGEST_ARCHIVE || unpackedBytes > LARGEST_ARCHIVE)
      return TOO_MUCH;
    return entriesOf(archive);
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

/** What to say of bytes that are no archive as it should be. */
export function damaged(message: string): TreeProblem {
  return { path: '', message, hint: 'fetch or build it again; it is to be a gzipped tar file' };
}

class Refused extends Error {
  readonly problem: TreeProblem;

  constructor(problem: TreeProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function entriesOf({ entries: found, damage }: Archive): Map<string, MemoryEntry> {
  const entries = new Map<string, MemoryEntry>();
  let count = 0;
  let total = 0;
  for (const entry of found) {
    if (++count > MOST_ENTRIES) {
      throw refused('', `the archive holds more than ${MOST_ENTRIES} entries`, TOO_MUCH.hint);
    }
    const path = pathOf(entry);
    total += entry.size;
    if (entry.size > LARGEST_FILE) {
      throw refused(path, `${quote(entry.name)} is larger than 8 MiB`, 'make the file smaller');
    }
    if (total > LARGEST_PACK) throw new Refused(TOO_MUCH);
    add(entries, path, entry);
  }
  if (damage !== undefined) throw new Refused(damaged(`the archive is damaged: ${damage}`));
  for (const path of entries.keys()) refuseFileAbove(entries, path);
  return entries;
}

function refuseFileAbove(entries: ReadonlyMap<string, MemoryEntry>, path: string): void {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const above = path.slice(0, slash);
    if (!(entries.get(above) instanceof Uint8Array)) continue;
    throw refused(
      above,
      `${quote(above)} is in the archive as a file and as a directory`,
      'keep one of the two',
    );
  }
}

function add(
  entries: Map<string, MemoryEntry>,
  path: string,
  { name, kind, bytes: read }: ArchiveEntry,
): void {
  const bytes = read();
  const earlier = entries.get(path);
  if (kind === 'directory' && !(earlier instanceof Uint8Array)) {
    if (path !== '') entries.set(path, { directory: true });
    return;
  }
  // Registries write a shared script once per reference; only differing bytes are a conflict.
  if (earlier !== undefined && !(earlier instanceof Uint8Array && areEqual(earlier, bytes))) {
    throw refused(path, `${quote(name)} is in the archive twice`, 'keep one of the two');
  }
  entries.set(path, bytes);
}

/** The path of an entry that a pack may hold. */
function pathOf({ name, kind }: ArchiveEntry): string {
  const segments = name.split('/');
  if (name.length > LONGEST_NAME || segments.length > DEEPEST) {
    const message = `the archive holds a name of more than ${LONGEST_NAME} characters or ${DEEPEST} levels`;
    throw refused('', message, 'archive with shorter paths');
  }
  const path = cleanPath(name);
  const isRoot = path === '' && kind === 'directory';
  if ((path === '' && !isRoot) || name.startsWith('/') || segments.includes('..') || name.includes('\0')) {
    const message = `the entry ${quote(name)} leads out of the archive`;
    throw refused('', message, 'archive with paths relative to the pack, without `..`');
  }
  if (kind !== 'file' && kind !== 'directory') {
    const what = {
      link: 'a link',
      'hard-link': 'a link',
      pipe: 'a named pipe',
      device: 'a device',
      unknown: 'of an unknown kind',
    };
    throw refused(path, `${quote(name)} is ${what[kind]}, not a file`, 'archive the file itself');
  }
  return path;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

const quote = (name: string): string => JSON.stringify(name);

function refused(path: string, message: string, hint: string): Refused {
  return new Refused({ path, message, hint });
}
