import { uninstallPack } from '@packwright/installer/node';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import { installedId } from '../packs/operand.ts';

/** `packwright uninstall`. */
export const command = defineCommand({
  usage: 'uninstall NAME',
  about: [
    'Takes an installed pack away, with its earlier versions. What was decided about its bytes stays known.',
    '',
    'Exit code: 0 gone, 1 refused, 2 wrong usage.',
  ],
  flags: hostFlags,
  operands: { least: 1, most: 1 },
  examples: [['packwright uninstall redis', 'it is gone from the next load on']],
  run: ({ flags, operands: [id = ''] }, io) =>
    orRefusal('uninstall', io, async () => {
      const host = await hostOf(flags, io);
      await uninstallPack(host.store(), installedId(id));
      await io.stdout.write(`uninstalled ${id}\n`);
      return exitCode.ok;
    }),
});
