import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureOrThrow } from './capture.ts';
import type { Tarball } from './pack-all.ts';

/** Makes an empty project, installs all tarballs into it with npm, and returns its folder. */
export function installTarballs(folder: string, tarballs: readonly Tarball[]): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  const files = tarballs.map(({ file }) => file);
  captureOrThrow(folder, ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', ...files]);
  return folder;
}
