import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of the packs under a directory; what lies beside packs does not count. */
export function* packFiles(directory, isInPack = false) {
  const entries = readdirSync(directory, { withFileTypes: true });
  const inside = isInPack || entries.some(({ name }) => name === 'pack.yaml');
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* packFiles(path, inside);
    else if (inside && entry.isFile()) yield path;
  }
}
