import type { PackTree } from '@packwright/validator';
import { InstallError } from '../install-error.ts';

/** One file of a pack. */
export interface PackFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether anybody may run it; undefined where nobody knows. */
  readonly isExecutable: boolean | undefined;
}

/** Every file of a tree, by path. Throws an `InstallError` for links and devices: what is installed leads nowhere. */
export function packFiles(tree: PackTree, directory = ''): PackFile[] {
  return tree.list(directory).flatMap((name) => {
    const path = directory === '' ? name : `${directory}/${name}`;
    const entry = tree.entry(path);
    if (entry?.kind === 'file') return [{ path, bytes: entry.bytes(), isExecutable: entry.isExecutable }];
    if (entry?.kind === 'directory') return packFiles(tree, path);
    const what = entry?.kind === 'special' ? entry.what : 'a link';
    throw new InstallError(
      'not_a_file',
      `"${path}" is ${what}`,
      'installing takes files and directories only; put the file itself there',
    );
  });
}
