import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedPack } from '../../plan/loaded-pack.ts';
import { sha256 } from '../../sha256.ts';
import { type EnvironmentNeed, environmentNeeds } from './need.ts';

/** What a loaded pack asks to be installed beside it; empty for most packs. Throws when a file has changed since. */
export function environmentsOf({ format, id, directory, files }: LoadedPack): readonly EnvironmentNeed[] {
  if (format !== 'attune') return [];
  const read = [...files].map(([path, expected]) => {
    const bytes = readFileSync(join(directory, path));
    if (sha256(bytes) !== expected) throw new Error(`"${path}" has changed since the pack was loaded`);
    return { path, bytes };
  });
  return environmentNeeds({ ref: id, files: read });
}
