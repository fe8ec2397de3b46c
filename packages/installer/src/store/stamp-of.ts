import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Stands for all that is in a directory: names, kinds, sizes, and when each was changed last. Whoever puts other bytes
 * in the same place and keeps their time still changes it, since nobody can set when the system noticed. It tells what
 * need not be read again, and never what may run: that is hashed.
 */
export function stampOf(root: string): string {
  return createHash('sha256').update(linesOf(root).join('\n')).digest('hex');
}

function linesOf(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      const { mode, size, ino, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
      const line = JSON.stringify([path, ...[mode, size, ino, mtimeNs, ctimeNs].map(String)]);
      return entry.isDirectory() ? [line, ...linesOf(path)] : [line];
    });
}
