import { basename, resolve } from 'node:path';
import { memoryTree, type OpenedPack, open } from '@packwright/validator';
import { nodeSha256, shownPath } from '@packwright/validator/node';
import { countBySeverity, visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { ask } from '../init/ask.ts';
import { chooseFormat } from '../init/choose-format.ts';
import { defaultFormat, formatIds, formats } from '../init/formats.ts';
import { checks, defaultPlan, type PackPlan } from '../init/pack-plan.ts';
import { writeNewFiles } from '../init/write-new-files.ts';
import type { Io } from '../io.ts';
import { namedReport } from '../packs/named-report.ts';
import { listSchemas } from '../schema/list-schemas.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright init`. */
export const command = defineCommand({
  usage: 'init [DIR]',
  about: [
    'Writes a new pack into DIR (default: here) that validates without a warning.',
    'Asks on a terminal for what the options leave open; elsewhere it takes defaults. Overwrites nothing.',
  ],
  flags: {
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: formatIds,
      describe: `the format of the pack: ${formatIds.join(' or ')} (default: ${defaultFormat})`,
    },
    id: { type: 'string', value: 'ID', describe: 'its id (default: made from the name of DIR)' },
    name: { type: 'string', value: 'NAME', describe: 'its name for people' },
    description: { type: 'string', value: 'TEXT', describe: 'what it is for' },
    binary: { type: 'string', value: 'PROGRAM', describe: 'the program that its first action runs' },
    script: { type: 'boolean', describe: 'also write an action that runs a script' },
    modeline: { type: 'boolean', describe: 'begin each file with a comment that tells editors its schema' },
  },
  operands: { least: 0, most: 1 },
  examples: [
    ['packwright init my-pack', 'a pack in ./my-pack'],
    ['packwright init my-pack --format attune', 'an Attune automation pack'],
    ['packwright init my-pack --binary redis-cli --script', 'without a question, where there is no terminal'],
  ],
  async run({ flags, operands: [operand = '.'] }, io) {
    const directory = resolve(io.cwd, operand);
    const { format: saidFormat, modeline, script, ...texts } = flags;
    const said = { ...definedOf(texts), ...(script && { script }) };
    refuseUnfit(said);
    const format = saidFormat ?? (io.interactive ? await chooseFormat() : defaultFormat);
    const plan = format === undefined ? undefined : await planned(basename(directory), said, io);
    if (format === undefined || plan === undefined) {
      await io.stderr.write('nothing was written\n');
      return exitCode.trouble;
    }
    const files = formats[format].files(plan, modeline ? schemaAddresses(format) : new Map());
    const opened = open(memoryTree(files), { sha256: nodeSha256 });
    const { errors } = countBySeverity(opened);
    if (errors === 0) writeNewFiles(io.cwd, operand, files);
    await io.stdout.write(outcome(shownPath(directory, io.cwd), files, opened, io));
    return errors === 0 ? exitCode.ok : exitCode.findings;
  },
});

const planned = async (directory: string, said: Partial<PackPlan>, { interactive }: Io) =>
  interactive ? await ask(directory, said) : defaultPlan(directory, said);

function definedOf(texts: Readonly<Record<keyof typeof checks, string | undefined>>): Partial<PackPlan> {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
}

function refuseUnfit(said: Partial<PackPlan>): void {
  for (const key of ['id', 'name', 'description', 'binary'] as const) {
    const answer = said[key];
    const problem = answer === undefined ? undefined : checks[key](answer);
    if (problem !== undefined) throw new UsageError(`"${answer}" does not do as --${key}`, problem);
  }
}

const schemaAddresses = (format: string): ReadonlyMap<string, string> =>
  new Map(
    listSchemas()
      .filter((schema) => schema.name.startsWith(`${format}/`))
      .map((schema) => [schema.name.slice(format.length + 1), schema.address]),
  );

function outcome(path: string, files: ReadonlyMap<string, string>, opened: OpenedPack, io: Io): string {
  const verdict = namedReport([{ path, opened }], io, io.stdout);
  if (opened.digest === null) return `nothing was written: the pack would be refused\n\n${verdict}`;
  const prefix = path === '.' ? '' : `${path}/`;
  const written = [...files.keys()].map((file) => `wrote ${visible(prefix + file)}\n`).join('');
  return `${written}\n${verdict}`;
}
