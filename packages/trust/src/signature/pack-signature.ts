import { Digest } from '@packwright/schema';
import * as z from '@packwright/schema/zod';
import { parseJsonText } from '@packwright/values';
import { PackIdentity as Pack, type PackIdentity } from '../trust-file.ts';
import { done, type Outcome, refused } from '../trust-problem.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';

const TYPE = 'application/vnd.packwright.pack-signature.v1+json';
const Statement = z.strictObject({ pack: Pack, digest: Digest });

/** A pack and its bytes, as signatures name them. */
export interface SignedPack {
  readonly pack: PackIdentity;
  readonly digest: string;
}

/** What a signature of a pack signs, as JSON in one spelling: that these bytes are this version of this pack. */
export const packStatement = ({ pack: { format, id, version }, digest }: SignedPack): string =>
  JSON.stringify({ pack: { format, id, version }, digest });

/** Signs the statement about a pack; undefined for text that is no secret key. */
export const signPack = (signed: SignedPack, secretKey: string): string | undefined =>
  sealEnvelope(TYPE, packStatement(signed), [secretKey]);

/** The key, among those that count, that signed exactly this pack. `signature` is undefined where there is none. */
export function verifyPack(
  { pack, digest }: SignedPack,
  signature: string | undefined,
  keys: readonly string[],
): Outcome<string> {
  if (signature === undefined) {
    return refused(
      'signature_missing',
      `${pack.id} ${pack.version} is not signed`,
      'sign it with `packwright sign`, or do not require signatures',
    );
  }
  const envelope = openEnvelope(signature, TYPE);
  const statement = envelope && Statement.safeParse(parseJsonText(envelope.payload));
  if (!envelope || !statement?.success) {
    return refused('signature_malformed', 'the signature file is damaged', 'sign the pack again');
  }
  const signed = statement.data;
  const isThis = signed.digest === digest && JSON.stringify(signed.pack) === JSON.stringify(pack);
  if (!isThis) {
    return refused(
      'signature_wrong',
      `the signature is for ${signed.pack.id} ${signed.pack.version} with ${signed.digest}, not for these bytes`,
      'fetch the signature that belongs to the pack, or sign it again',
    );
  }
  const key = keys.find((each) => envelope.isSignedBy(each));
  if (key !== undefined) return done(key);
  return refused(
    'signature_unknown',
    'no key that counts signed the pack',
    'name the key under `trust.signatures.keys`, after asking its owner',
  );
}
