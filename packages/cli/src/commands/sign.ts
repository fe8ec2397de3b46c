import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { seenPack } from '@packwright/installer/host';
import {
  newKeyPair,
  packStatement,
  publicKeyOf,
  type SignedPack,
  signPack,
} from '@packwright/trust/signature';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { openOne } from '../packs/open-one.ts';
import { secretKeyIn } from '../trust/secret-key-in.ts';
import { type SigstoreInstance, signWithSigstore } from '../trust/sign-with-sigstore.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright sign`. */
export const command = defineCommand({
  usage: 'sign [PATH]',
  about: [
    'Signs the digest of a pack with an Ed25519 key and writes the signature beside it, as PATH.sig. The pack stays as it is.',
    'With --sigstore: by the identity of this process instead of a key; the signature is a Sigstore bundle, and that it was',
    'made is written into the log of the instance. With --statement: prints what is signed, for other Sigstore tools.',
    'With --new-key: makes a key and prints its public half, which goes into `trust.signatures.keys` of those who verify.',
    '',
    'Exit code: 0 signed, 1 the pack is refused, 2 wrong usage.',
  ],
  flags: {
    key: { type: 'string', value: 'FILE', describe: 'the file with the secret key' },
    'new-key': { type: 'string', value: 'FILE', describe: 'write a new secret key to this file' },
    sigstore: { type: 'boolean', describe: 'sign by the identity in SIGSTORE_ID_TOKEN, or that of the CI' },
    fulcio: { type: 'string', value: 'URL', describe: 'the authority of another Sigstore instance' },
    rekor: { type: 'string', value: 'URL', describe: 'the log of another Sigstore instance' },
    statement: { type: 'boolean', describe: 'print the statement to sign, and sign nothing' },
    out: { type: 'string', value: 'FILE', describe: 'where the signature goes (default: PATH.sig)' },
  },
  operands: { least: 0, most: 1 },
  examples: [
    ['packwright sign --new-key pack.key', 'once'],
    ['packwright sign my-pack --key pack.key', 'writes my-pack.sig'],
    ['packwright sign my-pack --sigstore', 'in a CI that has an identity'],
  ],
  run: ({ flags, operands: [path] }, io) =>
    orRefusal('sign', io, async () => {
      if (flags['new-key'] !== undefined) return writeKey(flags['new-key'], io);
      if (path === undefined) throw new UsageError('an argument is missing', 'name the pack to sign');
      const { pack, digest } = seenPack(await openOne(path, io));
      if (flags.statement) {
        await io.stdout.write(packStatement({ pack, digest }));
        return exitCode.ok;
      }
      const { signature, by } = await signed({ pack, digest }, flags, io);
      const out = flags.out ?? `${path.replace(/\/+$/, '')}.sig`;
      writeFileSync(resolve(io.cwd, out), signature);
      await io.stdout.write(`signed ${pack.id} ${pack.version} with ${by}\n  ${out}\n`);
      return exitCode.ok;
    }),
});

interface SignFlags extends SigstoreInstance {
  readonly key?: string | undefined;
  readonly sigstore: boolean;
}

async function signed(subject: SignedPack, flags: SignFlags, io: Io) {
  if (flags.sigstore) {
    const statement = new TextEncoder().encode(packStatement(subject));
    return { signature: await signWithSigstore(statement, flags, io), by: 'Sigstore' };
  }
  if (flags.key === undefined) {
    throw new UsageError('a key is missing', 'write packwright sign PATH --key FILE, or --sigstore');
  }
  const secretKey = secretKeyIn(flags.key, io);
  return { signature: signPack(subject, secretKey) ?? '', by: publicKeyOf(secretKey) };
}

async function writeKey(name: string, io: Io): Promise<number> {
  const file = resolve(io.cwd, name);
  if (existsSync(file))
    throw new UsageError(`"${name}" is there already`, 'a key that is lost signs nothing more');
  const { publicKey, secretKey } = newKeyPair();
  writeFileSync(file, `${secretKey}\n`, { flag: 'wx', mode: 0o600 });
  await io.stdout.write(`${publicKey}\n`);
  return exitCode.ok;
}
