import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages, type WorkspacePackage } from '../published-packages.ts';
import { repoRoot } from '../repo-root.ts';
import { captureOrThrow } from './capture.ts';

export interface Tarball extends WorkspacePackage {
  /** Absolute path of the `.tgz`. */
  readonly file: string;
}

/** Packs every published package with pnpm, which resolves the workspace versions and adds the licence of the root. */
export function packAll(folder: string): readonly Tarball[] {
  const { packageManager } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8'));
  const packages = publishedPackages();
  const filters = packages.flatMap(({ manifest }) => ['--filter', manifest.name]);
  captureOrThrow(repoRoot, [
    'npx',
    '--yes',
    packageManager,
    '-r',
    ...filters,
    'pack',
    '--pack-destination',
    folder,
  ]);
  return packages.map((one) => ({ ...one, file: join(folder, tarballName(one.manifest)) }));
}

function tarballName({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
}
