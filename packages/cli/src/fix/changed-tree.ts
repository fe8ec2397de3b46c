import type { PackTree } from '@packwright/validator';

/** The tree with other bytes in some of its files. */
export function changedTree(tree: PackTree, files: ReadonlyMap<string, Uint8Array>): PackTree {
  return {
    problems: tree.problems,
    list: (directory) => tree.list(directory),
    entry(path) {
      const bytes = files.get(path);
      if (!bytes) return tree.entry(path);
      return { kind: 'file', size: bytes.length, bytes: () => bytes };
    },
  };
}
