import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A SHA-256 that is fed piece by piece. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** The digest as 64 lower-case hexadecimal digits; nothing may be added afterwards. */
  hex(): string;
}

/** Makes a `Sha256`; lets callers on Node pass the native one, which is many times faster. */
export type Sha256Factory = () => Sha256;

/** A `Sha256` in plain JavaScript, for any system. */
export const portableSha256: Sha256Factory = () => {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => bytesToHex(hash.digest()),
  };
};

/** The SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  const hash = portableSha256();
  hash.update(bytes);
  return hash.hex();
}
