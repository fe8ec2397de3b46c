import type { PackTree, TreeEntry } from './pack-tree.ts';

/**
 * The same tree, each of its files read once: what is judged is what is hashed, and a file that is named a thousand
 * times is held once. What was read is held as long as this tree.
 */
export function readOnce(tree: PackTree): PackTree {
  const entries = new Map<string, TreeEntry | undefined>();
  return {
    ...tree,
    entry(path) {
      if (entries.has(path)) return entries.get(path);
      const entry = tree.entry(path);
      const kept = entry?.kind === 'file' ? withBytesKept(entry) : entry;
      entries.set(path, kept);
      return kept;
    },
  };
}

function withBytesKept(entry: Extract<TreeEntry, { kind: 'file' }>): TreeEntry {
  let bytes: Uint8Array | undefined;
  return {
    kind: 'file',
    get size() {
      return entry.size;
    },
    get isExecutable() {
      return entry.isExecutable === true;
    },
    bytes: () => {
      bytes ??= entry.bytes();
      return bytes;
    },
  };
}
