import { compareUtf8, type Sha256Factory } from '@packwright/values';

/** A file that enters the checksum. */
export interface ChecksumFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const FRAME = new TextEncoder().encode('attune-pack-file-v1');

/**
 * The checksum by which the public index pins a pack (spec 5.1): SHA-256 over every file, each as a mark, the length of
 * its path, its path, the length of its content and its content; lengths are 64 bits, the most significant byte first.
 * The order is that of the paths' UTF-8 bytes, as the builder of the index has it.
 */
export function directoryChecksum(files: readonly ChecksumFile[], sha256: Sha256Factory): string {
  const hash = sha256();
  const encoder = new TextEncoder();
  for (const { path, bytes } of files.toSorted((a, b) => compareUtf8(a.path, b.path))) {
    const name = encoder.encode(path);
    for (const part of [FRAME, length(name), name, length(bytes), bytes]) hash.update(part);
  }
  return `sha256:${hash.hex()}`;
}

function length({ byteLength }: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(byteLength));
  return bytes;
}
