import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedPack } from '../plan/loaded-pack.ts';
import { sha256 } from '../sha256.ts';

/** The first file of a pack that is not what it was when the pack was loaded; undefined when all are. */
export async function changedFile({ directory, files }: LoadedPack): Promise<string | undefined> {
  const changed = await Promise.all(
    [...files].map(async ([file, expected]) =>
      (await hashOf(join(directory, file))) === expected ? [] : [file],
    ),
  );
  return changed.flat()[0];
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(path));
  } catch {
    return undefined;
  }
}
