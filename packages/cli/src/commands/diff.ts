import { compare, type NotComparable, type OpenedPack } from '@packwright/validator';
import { nodeSha256 } from '@packwright/validator/node';
import { toJson } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { changedFiles } from '../diff/changed-files.ts';
import { comparisonJson } from '../diff/comparison-json.ts';
import { comparisonText } from '../diff/comparison-text.ts';
import { hostVersion, trustedVersion } from '../diff/host-version.ts';
import type { PackVersion } from '../diff/pack-version.ts';
import { resolveVersion } from '../diff/resolve-version.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { type HostFlags, hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { namedReport } from '../packs/named-report.ts';
import { isPath, NAME_OR_PATH } from '../packs/operand.ts';
import { styleFor } from '../style.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright diff`. */
export const command = defineCommand({
  usage: 'diff OLD NEW | diff NAME',
  about: [
    'Says what differs between two versions of a pack by what it means: what is possible now that was not, what no',
    'longer is, and what cannot be told. Then shows the files that differ, and says which version the changes deserve.',
    'Each is a directory, an archive, an installed pack by its name, a version of one that is kept (redis@1.2.0), or a',
    'hash. With one name: what is trusted against what stands there now.',
    NAME_OR_PATH,
    '',
    'Exit code: 0 nothing is wider or unknown, 1 something is, or a pack is refused, 2 wrong usage or not one pack.',
  ],
  flags: {
    profile: {
      type: 'string',
      value: 'PROFILE',
      describe: 'the profile to read both by, for formats that have several',
    },
    output: {
      type: 'string',
      value: 'FORM',
      choices: ['pretty', 'json'],
      describe: 'pretty, or json for all of it as data (default: pretty)',
    },
    ...hostFlags,
  },
  operands: { least: 1, most: 2 },
  examples: [
    ['packwright diff redis ./redis', 'what an update lets happen'],
    ['packwright diff redis', 'what changed since it was trusted'],
  ],
  run: ({ flags, operands: [first = '', second] }, io) =>
    orRefusal('diff', io, () => diff(first, second, flags, io)),
});

interface DiffFlags extends HostFlags {
  readonly profile?: string | undefined;
  readonly output?: 'pretty' | 'json' | undefined;
}

async function diff(first: string, second: string | undefined, flags: DiffFlags, io: Io): Promise<number> {
  const [old, fresh] =
    second === undefined ? await sinceTrusted(first, flags, io) : await both(first, second, flags, io);
  const compared = compare(old.tree, fresh.tree, {
    sha256: nodeSha256,
    ...(flags.profile !== undefined && { profile: flags.profile }),
  });
  if (!compared.ok) return explain(compared, [old, fresh], io);
  const files = changedFiles(old.tree, fresh.tree);
  const text =
    flags.output === 'json'
      ? `${toJson(comparisonJson(compared, files), 2)}\n`
      : comparisonText(compared, files, styleFor(io, io.stdout));
  await io.stdout.write(text);
  const isSafe = compared.changes.every(({ meaning }) => meaning === 'narrower' || meaning === 'equal');
  return isSafe ? exitCode.ok : exitCode.findings;
}

type Versions = readonly [old: PackVersion, fresh: PackVersion];

async function both(first: string, second: string, flags: HostFlags, io: Io): Promise<Versions> {
  return [await resolveVersion(first, flags, io), await resolveVersion(second, flags, io)];
}

async function sinceTrusted(id: string, flags: HostFlags, io: Io): Promise<Versions> {
  if (isPath(id))
    throw new UsageError(`nothing is there to compare "${id}" with`, 'write packwright diff OLD NEW');
  const host = await hostOf(flags, io);
  return [await trustedVersion(id, host), await hostVersion(id, host)];
}

interface NoComparison {
  readonly reason: NotComparable;
  readonly before: OpenedPack;
  readonly after: OpenedPack;
}

async function explain(
  { reason, before, after }: NoComparison,
  [old, fresh]: Versions,
  io: Io,
): Promise<number> {
  if (reason === 'other-format')
    throw new UsageError('the two are packs of different formats', 'name two versions of one pack');
  if (reason === 'other-id') {
    throw new UsageError(
      `"${before.id}" and "${after.id}" are different packs`,
      'name two versions of one pack',
    );
  }
  const reports = [
    { path: old.path, opened: before },
    { path: fresh.path, opened: after },
  ].filter(({ opened }) => opened.view === null);
  await io.stderr.write(namedReport(reports, io));
  return exitCode.findings;
}
