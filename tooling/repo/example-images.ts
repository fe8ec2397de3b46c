import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repoRoot } from './repo-root.ts';

/**
 * The digests of the images of the example packs, by folder. Whoever changes an example changes its digest here; that
 * one moves while the files of its pack stay means that images are built in another way.
 */
export const exampleImages: Readonly<Record<string, string>> = {
  'cert-watch': 'sha256:5a32ac9a64789ff6cd1ad833d9e94262567a963e050dc9dded2f531f51e66460',
  'disk-care': 'sha256:69992ac6383c32e5a34367286e240997877553c656e8deda519500c809f315e8',
  'status-board': 'sha256:b71c8c53fbe764c2a42b91e286c4f37d98e9d9ab233c4ba8f9825df911a093b8',
};

/** The folders of all example packs, sorted. */
export function exampleFolders(): readonly string[] {
  const paths = globSync('examples/*', { cwd: repoRoot }).toSorted();
  return paths.map((path) => join(repoRoot, path));
}

/** The frozen digest of the example in a folder. Throws where there is none. */
export function exampleImage(folder: string): string {
  const digest = exampleImages[basename(folder)];
  if (digest === undefined) throw new Error(`${folder} has no digest in example-images.ts`);
  return digest;
}
