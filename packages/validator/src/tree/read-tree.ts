// Node only: reached through `@packwright/validator/node`.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { archiveTree } from './archive-tree.ts';
import { directoryTree } from './directory-tree.ts';
import type { PackTree } from './pack-tree.ts';

/**
 * The pack at a path: a directory, or a `.tar.gz` file.
 * Rejects with the system's error when nothing is there or it cannot be read.
 */
export async function readTree(path: string): Promise<PackTree> {
  const stats = await stat(path);
  if (stats.isDirectory()) return directoryTree(path);
  return archiveTree(createReadStream(path));
}
