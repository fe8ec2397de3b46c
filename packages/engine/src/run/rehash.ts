import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedPack } from '../plan/loaded-pack.ts';
import { sha256 } from '../sha256.ts';

/** The first file of a pack that is not what it was when the pack was loaded; undefined when all are. */
export function changedFile({ directory, files }: LoadedPack): string | undefined {
  // Read in this thread: packs are small, and each turn of another one would hold up every run.
  const changed = [...files].find(([file, expected]) => hashOf(join(directory, file)) !== expected);
  return changed?.[0];
}

function hashOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}
