import type { PackTree, TreeEntry } from '../tree/pack-tree.ts';
import type { Change } from './change.ts';
import { pairs } from './pairs.ts';

interface Found {
  readonly path: string;
  readonly entry: TreeEntry;
}

/**
 * Files of a pack that hold no document of its format. Nobody reads them here, so what another content means is
 * unknown. Files that are compared by their meaning are left out.
 */
export function* fileChanges(
  before: PackTree,
  after: PackTree,
  known: ReadonlySet<string>,
): Generator<Change> {
  for (const { name, before: old, after: fresh } of pairs(
    filesOf(before),
    filesOf(after),
    ({ path }) => path,
  )) {
    if (known.has(name)) continue;
    const place = { file: name, span: { start: 0, end: 0 } };
    const subject = [`file ${name}`];
    if (!old) yield { subject, meaning: 'unknown', message: 'new', before: null, after: place };
    else if (!fresh) yield { subject, meaning: 'unknown', message: 'gone', before: place, after: null };
    else if (!isSameEntry(old.entry, fresh.entry))
      yield { subject, meaning: 'unknown', message: 'has other content', before: place, after: place };
  }
}

/** Everything in a tree but its directories. */
export function filesOf(tree: PackTree): readonly Found[] {
  const found: Found[] = [];
  const open = [''];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    for (const name of tree.list(directory)) {
      const path = directory === '' ? name : `${directory}/${name}`;
      const entry = tree.entry(path);
      if (entry?.kind === 'directory') open.push(path);
      else if (entry) found.push({ path, entry });
    }
  }
  return found;
}

/** Whether two entries are of one kind and hold the same. */
export function isSameEntry(a: TreeEntry, b: TreeEntry): boolean {
  if (a.kind === 'file' && b.kind === 'file') return a.size === b.size && isSameBytes(a.bytes(), b.bytes());
  if (a.kind === 'link' && b.kind === 'link') return a.target === b.target;
  return a.kind === b.kind;
}

/** Whether two byte strings are the same. */
export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
