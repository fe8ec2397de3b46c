// Node only: reached through `@packwright/validator/node`.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { TreeReadError } from './pack-tree.ts';

/** A longer text would not fit into a string. */
const LARGEST = 512 * 1024 * 1024;

// Opening a pipe without a writer would wait for one. Windows has neither flag.
const FOLLOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_FOLLOW = FOLLOW | (constants.O_NOFOLLOW ?? 0);

/** The bytes of a regular file. Throws a `TreeReadError`, also when it turned into a link or changed its length meanwhile. */
export function readRegularFile(file: string, path: string): Uint8Array {
  return read(file, path, NO_FOLLOW);
}

/** The bytes of the regular file that a link leads to. Throws a `TreeReadError`. */
export function readFollowingLinks(file: string, path: string): Uint8Array {
  return read(file, path, FOLLOW);
}

function read(file: string, path: string, flags: number): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, flags);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > LARGEST) throw new Error('it is larger than 512 MiB');
    return readWhole(descriptor, stats.size);
  } catch (error) {
    throw new TreeReadError(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readWhole(descriptor: number, size: number): Uint8Array {
  // One byte more than expected shows a file that grows, without another call.
  const buffer = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    filled += count;
    if (count === 0 || filled === size) break;
  }
  if (filled !== size) throw new Error('it changed while it was read');
  return buffer.subarray(0, size);
}
