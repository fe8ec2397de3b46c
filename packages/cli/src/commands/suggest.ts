import { suggestPacks } from '@packwright/installer';
import { loadPacks } from '@packwright/installer/host';
import { hostSigns, readSuggestIndex } from '@packwright/installer/node';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';

/** `packwright suggest`. */
export const command = defineCommand({
  usage: 'suggest',
  about: [
    'Names the packs of a registry that fit this host: those of which a program or a process is here.',
    'Installed packs are left out.',
    '',
    'Exit code: 0 shown, 1 refused, 2 wrong usage.',
  ],
  flags: {
    registry: { type: 'string', value: 'PLACE', describe: 'the registry to ask' },
    'names-only': { type: 'boolean', describe: 'print the ids alone' },
    ...hostFlags,
    ...jsonFlag,
  },
  operands: { least: 0, most: 0 },
  examples: [['packwright suggest --names-only | xargs packwright install', 'install all of them']],
  run: ({ flags }, io) =>
    orRefusal('suggest', io, async () => {
      const host = await hostOf(flags, io);
      const index = await readSuggestIndex(host.terms);
      const packs = host.settings.packs_dir === undefined ? [] : (await loadPacks(host.store())).packs;
      const installed = new Set(packs.map(({ opened }) => opened.id));
      const suggestions = suggestPacks(index, hostSigns(io.env.PATH), installed);
      if (flags.json) await io.stdout.write(`${JSON.stringify({ suggestions }, null, 2)}\n`);
      else {
        for (const { id, because } of suggestions) {
          const why = flags['names-only'] ? '' : `  ${because.join(', ')}`;
          await io.stdout.write(`${visible(id + why)}\n`);
        }
      }
      return exitCode.ok;
    }),
});
