import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { LoadedPack } from '@packwright/engine';

/** More than that is no guide; it would fill the whole context of an agent. */
const MOST_BYTES = 1024 * 1024;

/**
 * A text of a pack, exactly as it was when its digest was computed. Throws a `ProtocolError` for a file that has
 * changed since, that the digest does not cover, or that is larger than 1 MiB.
 */
export function packText({ id, directory, files }: LoadedPack, path: string): string {
  const bytes = readAtMost(join(directory, path), MOST_BYTES);
  if (bytes === undefined) throw refused(`"${path}" of the pack "${id}" is larger than ${MOST_BYTES} bytes`);
  if (createHash('sha256').update(bytes).digest('hex') !== files.get(path))
    throw refused(`"${path}" of the pack "${id}" has changed since it was loaded`);
  return new TextDecoder().decode(bytes);
}

function readAtMost(path: string, most: number): Uint8Array | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > most) return undefined;
    const bytes = new Uint8Array(size);
    const read = readSync(file, bytes, 0, size, 0);
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

const refused = (message: string): ProtocolError =>
  new ProtocolError(ProtocolErrorCode.InvalidParams, message);
