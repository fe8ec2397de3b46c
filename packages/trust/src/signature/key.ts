import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64Url, toBase64Url } from './base64.ts';

/** A key pair as text: `ed25519:<base64url>` to give away, and the secret to keep. */
export interface KeyPair {
  readonly publicKey: string;
  readonly secretKey: string;
}

const PUBLIC = 'ed25519:';
const SECRET = 'ed25519-secret:';
const BYTES = 32;

/** A new Ed25519 key pair from the randomness of the system. */
export function newKeyPair(): KeyPair {
  const { secretKey, publicKey } = ed25519.keygen();
  return { publicKey: PUBLIC + toBase64Url(publicKey), secretKey: SECRET + toBase64Url(secretKey) };
}

/** The public key of a secret one; undefined for text that is no secret key. */
export function publicKeyOf(secretKey: string): string | undefined {
  const secret = keyBytes(secretKey, SECRET);
  return secret && PUBLIC + toBase64Url(ed25519.getPublicKey(secret));
}

/** Signs bytes; undefined for text that is no secret key. */
export function signBytes(bytes: Uint8Array, secretKey: string): string | undefined {
  const secret = keyBytes(secretKey, SECRET);
  return secret && toBase64Url(ed25519.sign(bytes, secret));
}

/** Whether a signature of exactly these bytes is by this key; false for anything malformed. */
export function isSignedBy(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  const key = keyBytes(publicKey, PUBLIC);
  const signed = fromBase64Url(signature);
  if (!key || signed?.length !== 2 * BYTES) return false;
  try {
    // Strict: no signature has a second form, and keys of small order sign nothing.
    return ed25519.verify(signed, bytes, key, { zip215: false });
  } catch {
    return false;
  }
}

function keyBytes(text: string, prefix: string): Uint8Array | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const bytes = fromBase64Url(text.slice(prefix.length));
  return bytes?.length === BYTES ? bytes : undefined;
}
