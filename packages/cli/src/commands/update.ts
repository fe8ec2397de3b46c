import { updatePacks } from '@packwright/installer/node';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf, loadSeen } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';

/** `packwright update`. */
export const command = defineCommand({
  usage: 'update [PACK...]',
  about: [
    'Brings installed packs (default: all) to what their source has now. Bytes decide, never the version.',
    'New bytes wait for a decision, as after an install; `packwright rollback` puts the old ones back.',
    '',
    'Exit code: 0 done, 1 a pack failed, 2 wrong usage.',
  ],
  flags: {
    'dry-run': { type: 'boolean', describe: 'say what would change, and change nothing' },
    registry: { type: 'string', value: 'PLACE', describe: 'where packs that are named come from' },
    ...hostFlags,
    ...jsonFlag,
  },
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  examples: [['packwright update --dry-run', 'what is new']],
  run: ({ flags, operands: ids }, io) =>
    orRefusal('update', io, async () => {
      const host = hostOf(flags, io);
      const { loaded } = await loadSeen(host, io);
      const isDryRun = flags['dry-run'];
      const { terms, demands } = host;
      const packs = await updatePacks(host.store(), loaded, { ids, isDryRun, terms, demands });
      await loadSeen(host, io);
      const idsWith = (...statuses: readonly string[]) =>
        packs.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
      if (flags.json) {
        const report = {
          dry_run: isDryRun,
          updated: idsWith('updated', 'repaired'),
          up_to_date: idsWith('up_to_date'),
          not_in_registry: idsWith('not_in_registry'),
          failed: idsWith('failed'),
          packs,
        };
        await io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      } else {
        for (const { id, status, to, reason } of packs) {
          const more = [to && `\n  ${to}`, reason && `\n  ${visible(reason)}`].filter(Boolean).join('');
          await io.stdout.write(`${id}: ${status.replaceAll('_', ' ')}${more}\n`);
        }
      }
      return idsWith('failed').length > 0 ? exitCode.findings : exitCode.ok;
    }),
});
