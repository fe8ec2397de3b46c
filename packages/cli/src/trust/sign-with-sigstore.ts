import { InstallError } from '@packwright/installer/host';
import type { Io } from '../io.ts';

/** The instance by which an identity signs; the public one where nothing is said. */
export interface SigstoreInstance {
  readonly fulcio?: string | undefined;
  readonly rekor?: string | undefined;
}

/**
 * Signs bytes as the identity of this process, and resolves to a Sigstore bundle. The identity comes from
 * `SIGSTORE_ID_TOKEN`, or from the CI that runs this; what is signed, and by whom, is written into a public log.
 */
export async function signWithSigstore(
  bytes: Uint8Array,
  { fulcio, rekor }: SigstoreInstance,
  { env }: Pick<Io, 'env'>,
): Promise<string> {
  const { CIContextProvider, FulcioSigner, MessageSignatureBundleBuilder, RekorWitness } = await import(
    '@sigstore/sign'
  );
  const { bundleToJSON } = await import('@sigstore/bundle');
  const token = env.SIGSTORE_ID_TOKEN;
  const identityProvider = token ? { getToken: async () => token } : new CIContextProvider('sigstore');
  const builder = new MessageSignatureBundleBuilder({
    signer: new FulcioSigner({ identityProvider, ...(fulcio !== undefined && { fulcioBaseURL: fulcio }) }),
    witnesses: [new RekorWitness(rekor === undefined ? {} : { rekorBaseURL: rekor })],
  });
  try {
    return `${JSON.stringify(bundleToJSON(await builder.create({ data: Buffer.from(bytes) })), null, 2)}\n`;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const hint = 'an identity comes from SIGSTORE_ID_TOKEN, or from a CI that gives its jobs tokens';
    throw new InstallError('signing_failed', `Sigstore did not sign: ${why}`, hint, { cause });
  }
}
