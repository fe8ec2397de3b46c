// Node only: reached through `@packwright/validator/node`.
import { createReadStream, statSync } from 'node:fs';
import { type ArchiveOptions, archiveTree } from './archive-tree.ts';
import { directoryTree } from './directory-tree.ts';
import { type PackTree, TreeReadError } from './pack-tree.ts';

/**
 * The pack at a path: a directory, or an archive.
 * Rejects with the system's error when nothing is there or it cannot be read, and with a `TreeReadError` for a path
 * that is neither.
 */
export async function readTree(path: string, options: ArchiveOptions = {}): Promise<PackTree> {
  // Not the asynchronous call: waiting for a thread takes longer than the answer.
  const stats = statSync(path);
  if (stats.isDirectory()) return directoryTree(path);
  if (!stats.isFile()) throw new TreeReadError(path, new Error('it is neither a directory nor a file'));
  return archiveTree(createReadStream(path), options);
}
