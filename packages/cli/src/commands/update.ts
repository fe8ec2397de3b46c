import type { LockEntry } from '@packwright/installer';
import { seenPack } from '@packwright/installer/host';
import { type UpdatedPack, updatePacks } from '@packwright/installer/node';
import { standingOf } from '@packwright/trust';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf, loadSeen } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import { installMissing } from '../install/install-all.ts';
import { whatRuns } from '../install/what-runs.ts';
import { installedId } from '../packs/operand.ts';

/** `packwright update`. */
export const command = defineCommand({
  usage: 'update [NAME...]',
  about: [
    'Brings installed packs (default: all) to what their source has now. Bytes decide, never the version.',
    'What a new version needs is installed with it. New bytes wait for a decision, as after an install; `packwright rollback` puts the old ones back.',
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
  run: ({ flags, operands }, io) =>
    orRefusal('update', io, async () => {
      const ids = operands.map(installedId);
      const host = await hostOf(flags, io);
      const { loaded } = await loadSeen(host, io);
      const isDryRun = flags['dry-run'];
      const { terms, demands } = host;
      const needed: LockEntry[] = [];
      const installNeeds = async (names: readonly string[]): Promise<void> => {
        for await (const { entry } of installMissing(names, host, io)) needed.push(entry);
      };
      const packs = await updatePacks(host.store(), loaded, { ids, isDryRun, terms, demands, installNeeds });
      const after = await loadSeen(host, io);
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
          needed,
        };
        await io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      } else {
        for (const { id, version, digest } of needed) {
          await io.stdout.write(
            `${visible(`${id} ${version}`)}: installed, since it is needed\n  ${digest}\n`,
          );
        }
        for (const pack of packs) await io.stdout.write(outcomeOf(pack, after));
      }
      return idsWith('failed').length > 0 ? exitCode.findings : exitCode.ok;
    }),
});

type Seen = Awaited<ReturnType<typeof loadSeen>>;

/** What became of a pack; of one with new bytes also how they stand. */
function outcomeOf({ id, status, to, reason }: UpdatedPack, { loaded, file }: Seen): string {
  const placed = status === 'updated' || status === 'repaired';
  const pack = placed ? loaded.packs.find(({ opened }) => opened.id === id) : undefined;
  const said = `${id}: ${status.replaceAll('_', ' ')}`;
  const more = [to && `\n  ${to}`, reason && `\n  ${visible(reason)}`].filter(Boolean).join('');
  if (!pack) return `${said}${more}\n`;
  const { state } = standingOf(file, seenPack(pack.opened).pack, pack.opened.digest);
  return `${said}, ${state}${more}${whatRuns(state, id, pack.opened.digest)}\n`;
}
