import type { Outcome } from '@packwright/trust';
import { type SignedPack, verifyPack } from '@packwright/trust/signature';
import { isSigstoreBundle, type SigstoreTerms, verifySigstore } from './sigstore.ts';

/** Whose signatures count. */
export interface Signers {
  /** Public Ed25519 keys. */
  readonly keys: readonly string[];
  readonly sigstore?: SigstoreTerms | undefined;
}

/** Who of those that count signed exactly this pack: a key, or an identity of Sigstore. The text tells which kind it is. */
export const signerOf = (
  subject: SignedPack,
  signature: string | undefined,
  { keys, sigstore }: Signers,
): Outcome<string> =>
  signature !== undefined && isSigstoreBundle(signature)
    ? verifySigstore(subject, signature, sigstore)
    : verifyPack(subject, signature, keys);
