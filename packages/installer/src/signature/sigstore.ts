import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Outcome, TrustProblemCode } from '@packwright/trust';
import { packStatement, type SignedPack } from '@packwright/trust/signature';
import { parseJsonText } from '@packwright/values';
import type { Bundle } from '@sigstore/bundle';
import type { Signer } from '@sigstore/verify';

// The libraries are CommonJS and load slowly, so they are loaded for a host that is shown such a signature only.
const load = createRequire(import.meta.url);

/** Whose Sigstore signatures count. */
export interface SigstoreTerms {
  /** The trusted root of the instance, as JSON: its certificate authorities and logs. */
  readonly trustedRoot: string;
  readonly identities: readonly SigstoreIdentity[];
}

/** Someone whom an issuer of identities vouches for; both texts have to be the same to the letter. */
export interface SigstoreIdentity {
  readonly issuer: string;
  readonly subject: string;
}

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle';

/** Whether the text of a detached signature is a Sigstore bundle. */
export function isSigstoreBundle(text: string): boolean {
  const value = parseJsonText(text);
  const { mediaType } = (typeof value === 'object' && value !== null ? value : {}) as { mediaType?: unknown };
  return typeof mediaType === 'string' && mediaType.startsWith(MEDIA_TYPE);
}

/**
 * The identity, among those that count, that signed exactly this pack. Certificate, log entry and signature are checked
 * against the trusted root alone; nothing is fetched.
 */
export function verifySigstore(
  subject: SignedPack,
  text: string,
  terms: SigstoreTerms | undefined,
): Outcome<string> {
  const bundle = bundleOf(text);
  if (bundle?.content.$case !== 'messageSignature') {
    return refused(
      'signature_malformed',
      'the signature file is no Sigstore signature of a file',
      'sign the pack again',
    );
  }
  const statement = Buffer.from(packStatement(subject));
  const { messageDigest } = bundle.content.messageSignature;
  const isThis = messageDigest?.digest.equals(createHash('sha256').update(statement).digest()) ?? false;
  if (!isThis) {
    return refused(
      'signature_wrong',
      `the Sigstore signature is for something else, not for these bytes of ${subject.pack.id} ${subject.pack.version}`,
      'fetch the signature that belongs to the pack, or sign it again',
    );
  }
  if (!terms) {
    return refused(
      'signature_unknown',
      'the pack is signed by an identity of Sigstore, and the settings name none',
      'set `trust.signatures.sigstore` to those whose signatures count',
    );
  }
  const signer = signerOf(bundle, statement, terms);
  if (!signer.ok) return signer;
  const { subjectAlternativeName = '', extensions } = signer.value.identity ?? {};
  const identity = terms.identities.find(
    ({ issuer, subject: name }) => name === subjectAlternativeName && issuer === extensions?.issuer,
  );
  if (identity) return { ok: true, value: `${identity.subject} (${identity.issuer})` };
  return refused(
    'signature_unknown',
    `the pack is signed by "${subjectAlternativeName}" of "${extensions?.issuer ?? ''}", who does not count`,
    'name the identity under `trust.signatures.sigstore.identities`, after asking its owner',
  );
}

function bundleOf(text: string): Bundle | undefined {
  const { bundleFromJSON } = load('@sigstore/bundle') as typeof import('@sigstore/bundle');
  try {
    return bundleFromJSON(parseJsonText(text));
  } catch {
    return undefined;
  }
}

function signerOf(bundle: Bundle, statement: Buffer, { trustedRoot }: SigstoreTerms): Outcome<Signer> {
  const { toSignedEntity, toTrustMaterial, Verifier } = load(
    '@sigstore/verify',
  ) as typeof import('@sigstore/verify');
  const { TrustedRoot } = load('@sigstore/protobuf-specs') as typeof import('@sigstore/protobuf-specs');
  try {
    const material = toTrustMaterial(TrustedRoot.fromJSON(parseJsonText(trustedRoot) ?? {}));
    return { ok: true, value: new Verifier(material).verify(toSignedEntity(bundle, statement)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refused(
      'signature_unknown',
      `the Sigstore signature does not hold by the trusted root: ${why}`,
      'check that `trust.signatures.sigstore.trusted_root` is that of the instance by which the pack was signed',
    );
  }
}

const refused = (code: TrustProblemCode, message: string, hint: string): Outcome<never> => ({
  ok: false,
  problem: { code, message, hint },
});
