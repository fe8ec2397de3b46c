import type { PackView } from '@packwright/schema/views';
import { toJson } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { describePack } from '../info/describe-pack.ts';
import type { Io } from '../io.ts';
import { findPacks, isArchive } from '../packs/find-packs.ts';
import { namedReport } from '../packs/named-report.ts';
import { openPack, type ReadPack } from '../packs/open-pack.ts';
import { NAME_OR_PATH, placeNamed } from '../packs/operand.ts';
import { profileFlag, profileOptions } from '../packs/profile-flag.ts';
import { styleFor } from '../style.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright info`. */
export const command = defineCommand({
  usage: 'info [NAME|PATH]',
  about: [
    'Shows what one pack, at a path or installed under an id, can run, at which risk, what it does by itself, and what it needs on a host.',
    NAME_OR_PATH,
    '',
    'Exit code: 0 shown, 1 the pack is refused, 2 wrong usage or not exactly one pack found.',
  ],
  flags: {
    output: {
      type: 'string',
      value: 'FORM',
      choices: ['pretty', 'json'],
      describe: 'pretty, or json for the view as data (default: pretty)',
    },
    profile: profileFlag,
    config: hostFlags.config,
    dest: hostFlags.dest,
  },
  operands: { least: 0, most: 1 },
  examples: [
    ['packwright info redis', 'what is in an installed pack'],
    ['packwright info ./redis', 'what is in a directory'],
  ],
  async run({ flags, operands: [operand = '.'] }, io) {
    const options = await profileOptions(flags.profile);
    const [pack, ...others] = findPacks([await placeNamed(operand, flags, io)], io.cwd);
    if (!pack || others.length > 0) {
      throw new UsageError(
        `"${operand}" holds ${others.length + 1} packs`,
        `name one, such as ${pack?.path}`,
      );
    }
    const read = await openPack(pack, options);
    const { profile, view } = read.opened;
    if (view === null) return refuse(read, io);
    if (flags.output === 'json') await io.stdout.write(`${toJson(view, 2)}\n`);
    else await io.stdout.write(shown(view, profile, io) + (await packages(read, io)));
    return exitCode.ok;
  },
});

function shown(view: PackView, profile: string | null, io: Io): string {
  const width = Math.min(io.stdout.columns ?? 100, 120);
  return describePack(view, { style: styleFor(io, io.stdout), width, profile });
}

/** What is installed beside the pack; most packs ask for nothing, and are not loaded for it. */
async function packages({ location, tree }: ReadPack, io: Io): Promise<string> {
  const files = ['requirements.txt', 'requirements.lock', 'package.json'];
  if (isArchive(location) || !files.some((file) => tree?.entry(file))) return '';
  const { packageLines } = await import('../info/package-lines.ts');
  return packageLines(location, styleFor(io, io.stdout));
}

async function refuse({ path, opened }: ReadPack, io: Io): Promise<number> {
  await io.stderr.write(namedReport([{ path, opened }], io));
  return exitCode.findings;
}
