import { addToSummary, emptySummary } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { inBatches, type Output } from '../output.ts';
import { exitCodeOf } from '../packs/exit-code-of.ts';
import { findPacks } from '../packs/find-packs.ts';
import { judgePacks } from '../packs/judge-packs.ts';
import { profileFlag, profileOptions } from '../packs/profile-flag.ts';
import { OUTPUTS, rendererFor } from '../packs/renderer-for.ts';
import { progressLine } from '../progress.ts';

/** `packwright validate`. */
export const command = defineCommand({
  usage: 'validate [PATH...]',
  about: [
    'Judges every pack at or under the paths (default: here) as its own loader does.',
    'A directory with a pack.yaml, or an archive of one, is a pack; other directories are searched.',
    '',
    'Exit code: 0 no errors, 1 at least one error, 2 wrong usage or no pack found.',
  ],
  flags: {
    output: {
      type: 'string',
      value: 'FORM',
      choices: OUTPUTS,
      describe: `${OUTPUTS.join(', ')} (default: pretty)`,
    },
    strict: { type: 'boolean', describe: 'warnings fail too' },
    together: {
      type: 'boolean',
      describe: 'also report pack and action ids that occur twice among the packs',
    },
    for: {
      type: 'string',
      value: 'AUDIENCE',
      choices: ['registry'],
      describe: 'also judge by the review bar of the public registry',
    },
    profile: profileFlag,
    scripts: { type: 'boolean', describe: 'also parse shell scripts with the shells of this machine' },
  },
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  examples: [
    ['packwright validate', 'every pack below the working directory'],
    ['packwright validate packs --strict', 'warnings fail too'],
    ['packwright validate --output github', 'annotations in a GitHub workflow'],
  ],
  async run({ flags, operands }, io) {
    await profileOptions(flags.profile);
    const packs = findPacks(operands.length === 0 ? ['.'] : operands, io.cwd);
    const renderer = await rendererFor(flags.output ?? 'pretty', flags.strict, io);
    const progress = progressLine(packs.length, io);
    let summary = emptySummary;
    const stdout = inBatches(io.stdout);
    try {
      await stdout.write(renderer.start());
      for await (const report of judgePacks(packs, flags)) {
        summary = addToSummary(summary, report.opened);
        await show(renderer.pack(report), stdout, progress);
        await progress.at(summary.packs, report.path);
      }
      await progress.clear();
      await stdout.write(renderer.end(summary));
    } finally {
      await stdout.flush();
    }
    return exitCodeOf(summary, flags.strict);
  },
});

async function show(text: string, stdout: Output, progress: { clear(): Promise<void> }): Promise<void> {
  if (text === '') return;
  if (stdout.isTerminal) await progress.clear();
  await stdout.write(text);
}
