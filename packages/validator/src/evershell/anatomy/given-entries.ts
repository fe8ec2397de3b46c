import type { ArchiveEntry, PackTree } from '../../tree/pack-tree.ts';
import { LIMITS } from './limits.ts';

/** Everything in a tree as it is given; of too many entries one more than are allowed. */
export function givenEntries(tree: PackTree): readonly ArchiveEntry[] {
  if (tree.archive) return tree.archive.entries;
  const found: ArchiveEntry[] = [];
  const open = [''];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    for (const name of tree.list(directory)) {
      const path = directory === '' ? name : `${directory}/${name}`;
      const entry = entryOf(tree, path);
      if (!entry) continue;
      found.push(entry);
      if (entry.kind === 'directory') open.push(path);
      if (found.length > LIMITS.entries) return found;
    }
  }
  return found;
}

const NOTHING = new Uint8Array();

function entryOf(tree: PackTree, name: string): ArchiveEntry | undefined {
  const entry = tree.entry(name);
  const bare = { name, size: 0, bytes: () => NOTHING, target: '' };
  switch (entry?.kind) {
    case undefined:
      return undefined;
    case 'directory':
      return { ...bare, kind: 'directory' };
    case 'link':
      return { ...bare, kind: 'link', target: entry.target };
    case 'special':
      return { ...bare, kind: entry.what === 'a named pipe' ? 'pipe' : 'device' };
    case 'file': {
      const { size, bytes, isExecutable } = entry;
      return { ...bare, kind: 'file', size, bytes, ...(isExecutable !== undefined && { isExecutable }) };
    }
  }
}
