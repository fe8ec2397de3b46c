import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from './repo-root.ts';

/**
 * Absolute path of a file or folder of the reference material, or undefined where it is not at hand.
 * The material is the folder named by PACKWRIGHT_SHARED, else the nearest `shared` beside or above the checkout.
 */
export function shared(path: string): string | undefined {
  return sharedFolders()
    .map((folder) => join(folder, path))
    .find((candidate) => existsSync(candidate));
}

function sharedFolders(): string[] {
  const named = process.env.PACKWRIGHT_SHARED;
  if (named) return [named];
  const folders: string[] = [];
  for (let at = repoRoot; dirname(at) !== at; at = dirname(at)) folders.push(join(dirname(at), 'shared'));
  return folders;
}
