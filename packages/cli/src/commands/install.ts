import { actOf, seeLoaded } from '@packwright/installer/host';
import { standingOf } from '@packwright/trust';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import { installAll, lockedNames } from '../install/install-all.ts';
import { whatRuns } from '../install/what-runs.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright install`. */
export const command = defineCommand({
  usage: 'install [PACK...]',
  about: [
    'Installs packs: a name, name=version, a directory, an archive, or an https address of one.',
    'A bare NAME is the path here where there is one, else a pack of the registry.',
    'What is installed waits: nothing of it runs until `packwright trust` names its hash, or --hash did.',
    'A pack is put in its place whole or not at all, and `packwright rollback` puts the old one back.',
    '',
    'Exit code: 0 installed, 1 refused, 2 wrong usage.',
  ],
  flags: {
    hash: { type: 'string', value: 'HASH', describe: 'refuse any other bytes, and trust these' },
    registry: { type: 'string', value: 'PLACE', describe: 'where packs that are named come from' },
    force: { type: 'boolean', describe: 'replace a pack that is installed' },
    frozen: { type: 'boolean', describe: 'install what packwright.lock has, and nothing else' },
    ...hostFlags,
    ...jsonFlag,
  },
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  examples: [
    ['packwright install ./my-pack', 'a directory; it waits for a decision'],
    ['packwright install redis=0.3.10 --hash sha256:…', 'exactly these bytes, trusted'],
    ['packwright install --frozen', 'everything as packwright.lock has it'],
  ],
  run: ({ flags, operands }, io) =>
    orRefusal('install', io, async () => {
      if (operands.length === 0 && !flags.frozen) {
        throw new UsageError(
          'an argument is missing',
          'name a pack, or install what is locked with --frozen',
        );
      }
      if (flags.hash !== undefined && operands.length !== 1) {
        throw new UsageError('"--hash" is for one pack', 'install packs with a hash one by one');
      }
      const host = await hostOf(flags, io);
      const requests = operands.length === 0 ? lockedNames(host) : operands;
      const choices = { hash: flags.hash, replace: flags.force, frozen: flags.frozen };
      const installed = [];
      for await (const { entry, opened } of installAll(requests, choices, host, io)) {
        // Of the others nothing is asked: a hundred packs would be opened for each one that is installed.
        const file = await seeLoaded(host.trust, [opened], actOf(io, ''));
        const { format, id, version, digest } = entry;
        const { state } = standingOf(file, { format, id, version }, digest);
        installed.push({ ...entry, trust: state });
        if (flags.json) continue;
        const next = whatRuns(state, id, digest);
        await io.stdout.write(`installed ${visible(`${id} ${version}`)}, ${state}\n  ${digest}${next}\n`);
      }
      if (flags.json) await io.stdout.write(`${JSON.stringify({ installed }, null, 2)}\n`);
      return exitCode.ok;
    }),
});
