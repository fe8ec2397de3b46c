import { emptyNotice, seenPack } from '@packwright/installer/host';
import { standingOf } from '@packwright/trust';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf, loadSeen } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';

/** `packwright list`. */
export const command = defineCommand({
  usage: 'list',
  about: [
    'Lists the installed packs with how they stand: trusted, pending, or why nothing of them runs. Broken ones come last.',
    '',
    'Exit code: 0 listed, 1 refused, 2 wrong usage.',
  ],
  flags: { ...hostFlags, ...jsonFlag },
  operands: { least: 0, most: 0 },
  examples: [['packwright list', 'what is here, and what of it may run']],
  run: ({ flags }, io) =>
    orRefusal('list', io, async () => {
      const host = await hostOf(flags, io);
      const { loaded, file } = await loadSeen(host, io);
      const packs = loaded.packs.map(({ opened, root }) => {
        const { id, version, digest } = opened;
        const { state, isDrifted, problem } = standingOf(file, seenPack(opened).pack, digest);
        const format = opened.format ?? '';
        return { id, version, format, digest, trust: state, isDrifted, reason: problem?.message ?? '', root };
      });
      const broken = loaded.broken.map(({ directory, reason, root }) => ({ directory, reason, root }));
      if (flags.json) {
        await io.stdout.write(`${JSON.stringify({ packs, broken }, null, 2)}\n`);
        return exitCode.ok;
      }
      const lines = [
        ...packs.map(({ id, version, digest, trust, isDrifted }) => [
          id,
          version,
          isDrifted ? 'drifted' : trust,
          digest.slice(0, 'sha256:'.length + 12),
        ]),
        ...broken.map(({ directory, reason }) => [directory, '-', 'broken', reason]),
      ];
      const notice = emptyNotice(host.store(), loaded);
      if (notice !== undefined) await io.stderr.write(`${visible(notice)}\n`);
      await io.stdout.write(table(lines.map((line) => line.map(visible))));
      return exitCode.ok;
    }),
});

function table(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
