import { compareUtf8 } from '@packwright/values';
import type { ArchiveEntry, PackTree } from '../../tree/pack-tree.ts';
import { closedSetFaults } from './closed-set.ts';
import type { Content, ContentEntry, ContentFault } from './content.ts';
import { entryPath } from './entry-path.ts';
import { givenEntries } from './given-entries.ts';
import { isLeftBehind } from './left-behind.ts';
import { linkFaults } from './links.ts';
import { pathFault } from './path-fault.ts';
import { samePaths } from './same-paths.ts';
import { sizeFaults } from './sizes.ts';

interface Placed extends ArchiveEntry {
  readonly path: string;
}

/** Normalises what a pack is given as, and says what is wrong with it (specs/evershell 1.1 to 1.5). */
export function readContent(tree: PackTree): Content {
  const given = givenEntries(tree);
  const stripped: string[] = [];
  const faults: ContentFault[] = [];
  const placed: Placed[] = [];
  for (const entry of given) {
    const path = pathOf(entry.name);
    if (path === '') continue;
    const wrong = pathFault(path);
    if (isLeftBehind(path)) stripped.push(path);
    else if (wrong === undefined) placed.push({ ...entry, path });
    else faults.push(badPath(entry.name, wrong));
  }
  faults.push(...samePaths(placed.map(({ name, path }) => ({ name, path }))));
  const byPath = new Map<string, ContentEntry>();
  for (const entry of placed) faults.push(...take(entry, byPath));
  addDirectories(byPath);
  const entries = [...byPath.values()].sort((a, b) => compareUtf8(a.path, b.path));
  faults.push(
    ...closedSetFaults(entries),
    ...linkFaults(byPath),
    ...sizeFaults(entries, given.length, tree.archive),
  );
  return { entries, stripped: [...new Set(stripped)].sort(compareUtf8), faults };
}

/** As `tar` writes it for `.`, and in the one form of Unicode. */
const pathOf = (name: string): string => (name === '.' ? '' : entryPath(name)).normalize('NFC');

function badPath(name: string, wrong: string): ContentFault {
  const message = `the path ${JSON.stringify(name)} ${wrong}`;
  return { kind: 'path_invalid', path: '', message, hint: 'use short relative paths of plain characters' };
}

const NOTHING = new Uint8Array();
const WHAT = { pipe: 'a named pipe', device: 'a device', unknown: 'of an unknown kind' } as const;

/** Adds an entry to those before it; of two under one path the first stays. */
function* take(entry: Placed, known: Map<string, ContentEntry>): Generator<ContentFault> {
  const { path, kind } = entry;
  if (known.has(path)) return;
  if (kind === 'pipe' || kind === 'device' || kind === 'unknown') {
    const message = `"${path}" is ${WHAT[kind]}, not a file`;
    yield { kind: 'unsafe_entry', path, message, hint: 'remove it, or put a file in its place' };
    return;
  }
  const bare = { path, isMarkedExecutable: () => false, size: 0, bytes: () => NOTHING, target: '' };
  if (kind === 'directory') known.set(path, { ...bare, kind });
  if (kind === 'link') known.set(path, { ...bare, kind, target: entry.target });
  if (kind === 'file') {
    const { size, bytes } = entry;
    known.set(path, { ...bare, kind, size, bytes, isMarkedExecutable: () => entry.isExecutable === true });
  }
  if (kind !== 'hard-link') return;
  const target = known.get(pathOf(entry.target));
  if (target?.kind === 'file') {
    known.set(path, { ...target, path });
    return;
  }
  const message = `"${path}" is a hard link to ${JSON.stringify(entry.target)}, which is no file before it`;
  yield { kind: 'unsafe_entry', path, message, hint: 'put a copy of the file in its place' };
}

/** Directories that no entry names are there all the same. */
function addDirectories(known: Map<string, ContentEntry>): void {
  for (const path of [...known.keys()]) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const above = path.slice(0, slash);
      if (known.has(above)) break;
      const bare = { isMarkedExecutable: () => false, size: 0, bytes: () => NOTHING, target: '' };
      known.set(above, { ...bare, path: above, kind: 'directory' });
    }
  }
}
