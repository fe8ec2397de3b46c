import { rollbackPack } from '@packwright/installer/node';
import { standingOf } from '@packwright/trust';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf, loadSeen } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import { installedId } from '../packs/operand.ts';

/** `packwright rollback`. */
export const command = defineCommand({
  usage: 'rollback NAME',
  about: [
    'Puts back the pack that was there before the last install or update; a second rollback undoes the first.',
    'Trust is not rolled back: what was revoked stays revoked.',
    '',
    'Exit code: 0 put back, 1 refused, 2 wrong usage.',
  ],
  flags: hostFlags,
  operands: { least: 1, most: 1 },
  examples: [['packwright rollback redis', 'the version before']],
  run: ({ flags, operands: [id = ''] }, io) =>
    orRefusal('rollback', io, async () => {
      const host = await hostOf(flags, io);
      const { version, digest, format } = await rollbackPack(host.store(), installedId(id));
      const { file } = await loadSeen(host, io);
      const { state } = standingOf(file, { format, id, version }, digest);
      await io.stdout.write(`rolled back to ${id} ${version}, ${state}\n  ${digest}\n`);
      return exitCode.ok;
    }),
});
