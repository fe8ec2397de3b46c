import type { PackTree } from './pack-tree.ts';

/** The paths in the directory of a file. */
export function filesBeside(tree: PackTree, file: string): string[] {
  const slash = file.lastIndexOf('/');
  const directory = slash < 0 ? '' : file.slice(0, slash);
  return tree.list(directory).map((name) => (directory === '' ? name : `${directory}/${name}`));
}
