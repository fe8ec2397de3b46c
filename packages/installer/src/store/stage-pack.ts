import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncDirectory } from './durable.ts';
import type { PackFile } from './pack-files.ts';

const SHEBANG = [0x23, 0x21];

/** Writes the files of a pack to a new directory, so that they outlast a loss of power. Programs may be executed: what is marked so, and scripts where nothing is marked. */
export function stagePack(
  files: readonly PackFile[],
  directory: string,
  onFile: () => void = () => {},
): void {
  const directories = new Set([directory]);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  for (const { path, bytes, isExecutable } of files) {
    onFile();
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
    for (let at = dirname(file); at !== directory; at = dirname(at)) directories.add(at);
    writeSynced(file, bytes, (isExecutable ?? isProgram(path, bytes)) ? 0o755 : 0o644);
  }
  for (const each of directories) {
    chmodSync(each, 0o755);
    syncDirectory(each);
  }
  syncDirectory(dirname(directory));
}

function writeSynced(file: string, bytes: Uint8Array, mode: number): void {
  const handle = openSync(file, 'wx', mode);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  // The mask of the process may have taken bits away.
  chmodSync(file, mode);
}

const isProgram = (path: string, bytes: Uint8Array): boolean =>
  path.endsWith('.sh') || SHEBANG.every((byte, at) => bytes[at] === byte);
