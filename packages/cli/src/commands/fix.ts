import { join } from 'node:path';
import { addToSummary, count, emptySummary, type Summary } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { type FixedPack, fixPack } from '../fix/fix-pack.ts';
import { patchOf, shownPatch } from '../fix/show-diff.ts';
import { writeAtomically } from '../fix/write-atomically.ts';
import type { Io } from '../io.ts';
import { findPacks, isArchive, type PackPath } from '../packs/find-packs.ts';
import { openPack } from '../packs/open-pack.ts';
import { styleFor } from '../style.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright fix`. */
export const command = defineCommand({
  usage: 'fix [PATH...]',
  about: [
    'Mends what can be mended with certainty, in every pack at or under the paths (default: here).',
    'Shows the change as a diff and writes nothing, unless told to.',
    '',
    'Exit code: 0 nothing is left to do, 1 changes are not written or errors remain, 2 wrong usage or no pack found.',
  ],
  flags: { write: { type: 'boolean', describe: 'write the changes' } },
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  examples: [
    ['packwright fix packs', 'show what would change'],
    ['packwright fix packs --write', 'change it'],
  ],
  async run({ flags, operands }, io) {
    const packs = findPacks(operands.length === 0 ? ['.'] : operands, io.cwd);
    const archive = packs.find(({ location }) => isArchive(location));
    if (archive)
      throw new UsageError(`"${archive.path}" is an archive`, 'unpack it, fix it, and build it again');
    let left = emptySummary;
    let fixes = 0;
    let files = 0;
    for (const pack of packs) {
      const { tree, opened } = await openPack(pack);
      const fixed = tree ? fixPack(tree, opened) : { changes: [], fixes: 0, opened };
      fixes += fixed.fixes;
      files += fixed.changes.length;
      await showChanges(pack, fixed, io);
      if (flags.write) writeChanges(pack, fixed);
      const after = flags.write && fixed.fixes > 0 ? (await openPack(pack)).opened : fixed.opened;
      left = addToSummary(left, after);
    }
    await io.stderr.write(`${closing(fixes, files, flags.write)}\n${leftOver(left)}`);
    return left.errors > 0 || (fixes > 0 && !flags.write) ? exitCode.findings : exitCode.ok;
  },
});

async function showChanges({ path }: PackPath, { changes }: FixedPack, io: Io): Promise<void> {
  const style = styleFor(io, io.stdout);
  for (const change of changes) {
    const patch = patchOf(path, change);
    await io.stdout.write(io.stdout.isTerminal ? shownPatch(patch, style) : patch);
  }
}

function writeChanges({ location }: PackPath, { changes }: FixedPack): void {
  for (const { path, oldBytes, newBytes } of changes) {
    writeAtomically(join(location, path), oldBytes, newBytes);
  }
}

function closing(fixes: number, files: number, written: boolean): string {
  if (fixes === 0) return 'nothing to fix';
  const what = `${fixes} ${fixes === 1 ? 'fix' : 'fixes'} in ${count(files, 'file')}`;
  return written ? `wrote ${what}` : `${what}, not written; --write writes them`;
}

function leftOver({ errors, warnings }: Summary): string {
  if (errors + warnings === 0) return '';
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return `${counts.join(' and ')} left for you; \`packwright validate\` shows them\n`;
}
