import type { PackTree } from '@packwright/validator';

const MANIFEST = 'pack.yaml';

/** The pack in a tree whose only directory holds it, as archives of repositories do (specs/attune 5.2); else the tree. */
export function atPackRoot(tree: PackTree): PackTree {
  const [directory, ...others] = tree.list('');
  if (directory === undefined || others.length > 0) return tree;
  if (tree.entry(`${directory}/${MANIFEST}`)?.kind !== 'file') return tree;
  return {
    problems: tree.problems,
    entry: (path) => tree.entry(`${directory}/${path}`),
    list: (path) => tree.list(path === '' ? directory : `${directory}/${path}`),
  };
}
