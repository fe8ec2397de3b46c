import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Host, InstallError, seenPack } from '@packwright/installer/host';
import { signerOf, verifyPacks } from '@packwright/installer/node';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf, loadSeen } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { openOne } from '../packs/open-one.ts';

/** `packwright verify`. */
export const command = defineCommand({
  usage: 'verify [PATH]',
  about: [
    'Hashes every installed pack anew and names what is not as it was installed or trusted, file by file.',
    'With a path: checks the signature that lies beside a pack, PATH.sig, with the keys and the identities of the settings, or --key.',
    '',
    'Exit code: 0 all is as it was, 1 something is not, 2 wrong usage.',
  ],
  flags: {
    key: { type: 'string', value: 'KEY', describe: 'the public key that has to have signed it' },
    signature: { type: 'string', value: 'FILE', describe: 'the signature (default: PATH.sig)' },
    ...hostFlags,
    ...jsonFlag,
  },
  operands: { least: 0, most: 1 },
  examples: [
    ['packwright verify', 'every installed pack'],
    ['packwright verify my-pack --key ed25519:…', 'one signature'],
  ],
  run: ({ flags, operands: [path] }, io) =>
    orRefusal('verify', io, async () => {
      const host = await hostOf(flags, io);
      if (path !== undefined) return verifySignature(path, flags, host, io);
      const { loaded } = await loadSeen(host, io);
      const packs = verifyPacks(host.store(), host.trust, loaded);
      const isFine = packs.every(({ status, files }) => status === 'as-installed' && files.length === 0);
      if (flags.json) await io.stdout.write(`${JSON.stringify({ packs }, null, 2)}\n`);
      else {
        for (const { id, status, trust, files, reason } of packs) {
          const why = reason === '' ? '' : `\n  ${visible(reason)}`;
          const changed = files.map((file) => `\n  ${file.change} ${visible(file.path)}`).join('');
          await io.stdout.write(`${visible(id)}: ${status.replaceAll('-', ' ')}, ${trust}${why}${changed}\n`);
        }
      }
      return isFine ? exitCode.ok : exitCode.findings;
    }),
});

interface SignatureFlags {
  readonly key?: string | undefined;
  readonly signature?: string | undefined;
}

async function verifySignature(path: string, flags: SignatureFlags, host: Host, io: Io): Promise<number> {
  const opened = await openOne(path, io);
  const file = resolve(io.cwd, flags.signature ?? `${path.replace(/\/+$/, '')}.sig`);
  const text = existsSync(file) ? await readFile(file, 'utf8') : undefined;
  const signers = flags.key === undefined ? host.demands : { keys: [flags.key] };
  const { pack, digest } = seenPack(opened);
  const outcome = signerOf({ pack, digest }, text, signers);
  if (!outcome.ok) throw new InstallError('signature_refused', outcome.problem.message, outcome.problem.hint);
  await io.stdout.write(`${pack.id} ${pack.version} is signed by ${outcome.value}\n  ${digest}\n`);
  return exitCode.ok;
}
