import { count, countBySeverity, visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { findPacks } from '../packs/find-packs.ts';
import { openPack } from '../packs/open-pack.ts';
import { profileFlag, profileOptions } from '../packs/profile-flag.ts';

/** `packwright digest`. */
export const command = defineCommand({
  usage: 'digest PATH...',
  about: [
    'Prints the content digest of the packs at or under the paths, as their format defines it.',
    'One pack: the digest alone. Several: a line for each, the digest and the path.',
    '',
    'Exit code: 0 every pack has a digest, 1 a pack is refused and has none, 2 wrong usage or no pack found.',
  ],
  flags: { profile: profileFlag },
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  examples: [['packwright digest packs/redis', 'what a runner compares with its trust list']],
  async run({ flags, operands }, io) {
    const options = await profileOptions(flags.profile);
    const packs = findPacks(operands, io.cwd);
    let code: number = exitCode.ok;
    for (const pack of packs) {
      const { opened } = await openPack(pack, options);
      const path = visible(pack.path);
      if (opened.digest === null) {
        code = exitCode.findings;
        const errors = count(countBySeverity(opened).errors, 'error');
        await io.stderr.write(`${path}: refused with ${errors}, so there is no digest\n`);
        await io.stderr.write(`  \`packwright validate ${path}\` shows why\n`);
        continue;
      }
      await io.stdout.write(packs.length === 1 ? `${opened.digest}\n` : `${opened.digest}  ${path}\n`);
    }
    return code;
  },
});
