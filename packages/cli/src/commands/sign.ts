import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { seenPack } from '@packwright/installer/node';
import { newKeyPair, publicKeyOf, signPack } from '@packwright/trust';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { openOne } from '../packs/open-one.ts';
import { secretKeyIn } from '../trust/secret-key-in.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright sign`. */
export const command = defineCommand({
  usage: 'sign [PATH]',
  about: [
    'Signs the digest of a pack with an Ed25519 key and writes the signature beside it, as PATH.sig. The pack stays as it is.',
    'With --new-key: makes a key and prints its public half, which goes into `trust.signatures.keys` of those who verify.',
    '',
    'Exit code: 0 signed, 1 the pack is refused, 2 wrong usage.',
  ],
  flags: {
    key: { type: 'string', value: 'FILE', describe: 'the file with the secret key' },
    'new-key': { type: 'string', value: 'FILE', describe: 'write a new secret key to this file' },
    out: { type: 'string', value: 'FILE', describe: 'where the signature goes (default: PATH.sig)' },
  },
  operands: { least: 0, most: 1 },
  examples: [
    ['packwright sign --new-key pack.key', 'once'],
    ['packwright sign my-pack --key pack.key', 'writes my-pack.sig'],
  ],
  run: ({ flags, operands: [path] }, io) =>
    orRefusal('sign', io, async () => {
      if (flags['new-key'] !== undefined) return writeKey(flags['new-key'], io);
      if (path === undefined || flags.key === undefined) {
        throw new UsageError('a pack or its key is missing', 'write packwright sign PATH --key FILE');
      }
      const secretKey = secretKeyIn(flags.key, io);
      const { pack, digest } = seenPack(await openOne(path, io));
      const signature = signPack({ pack, digest }, secretKey) ?? '';
      const out = flags.out ?? `${path.replace(/\/+$/, '')}.sig`;
      writeFileSync(resolve(io.cwd, out), signature);
      await io.stdout.write(`signed ${pack.id} ${pack.version} with ${publicKeyOf(secretKey)}\n  ${out}\n`);
      return exitCode.ok;
    }),
});

async function writeKey(name: string, io: Io): Promise<number> {
  const file = resolve(io.cwd, name);
  if (existsSync(file))
    throw new UsageError(`"${name}" is there already`, 'a key that is lost signs nothing more');
  const { publicKey, secretKey } = newKeyPair();
  writeFileSync(file, `${secretKey}\n`, { flag: 'wx', mode: 0o600 });
  await io.stdout.write(`${publicKey}\n`);
  return exitCode.ok;
}
