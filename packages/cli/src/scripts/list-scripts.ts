import type { PackTree } from '@packwright/validator';
import { type Shell, shellOf } from './shell-of.ts';

export interface Script {
  readonly path: string;
  readonly shell: Shell;
  readonly bytes: Uint8Array;
  readonly text: string;
}

const LARGEST = 1024 * 1024;

/** The shell scripts of a pack: regular files outside hidden folders and node_modules, of a size a person may write. */
export function* listScripts(tree: PackTree, directory = ''): Generator<Script> {
  for (const name of tree.list(directory)) {
    const path = directory === '' ? name : `${directory}/${name}`;
    const entry = tree.entry(path);
    if (entry?.kind === 'directory' && !name.startsWith('.') && name !== 'node_modules') {
      yield* listScripts(tree, path);
    }
    if (entry?.kind !== 'file' || entry.size > LARGEST) continue;
    const bytes = entry.bytes();
    const text = new TextDecoder().decode(bytes);
    const shell = shellOf(path, text);
    if (shell) yield { path, shell, bytes, text };
  }
}
