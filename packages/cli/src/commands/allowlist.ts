import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { actOf, changeTrust, InstallError, readTrust } from '@packwright/installer/host';
import type { Outcome } from '@packwright/trust';
import {
  checkSuccessor,
  cosignAllowList,
  draftAllowList,
  publicKeyOf,
  readAllowList,
  resetAllowListKeys,
  type SignedAllowList,
} from '@packwright/trust/signature';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { secretKeyIn } from '../trust/secret-key-in.ts';
import { UsageError } from '../usage-error.ts';

const TASKS = ['draft', 'sign', 'show', 'reset'] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `packwright allowlist`. */
export const command = defineCommand({
  usage: 'allowlist draft | allowlist sign FILE | allowlist show FILE | allowlist reset',
  about: [
    'Makes the signed list by which one operator decides for many hosts; they take it over with `packwright trust --list`.',
    'draft: writes down what this host trusts and has revoked, to be read and changed before it is signed.',
    'sign: signs a draft, or adds a signature to a signed list. A new key needs two: one of a key held so far, its own.',
    'reset: forgets the keys of the list in force, so that those of the settings count again. Nothing revoked comes back.',
    '',
    'Exit code: 0 done, 1 refused, 2 wrong usage.',
  ],
  flags: {
    key: { type: 'string', value: 'FILE', many: true, describe: 'a file with a secret key to sign with' },
    previous: { type: 'string', value: 'FILE', describe: 'the signed list that this one follows' },
    days: { type: 'string', value: 'DAYS', describe: 'for how long a draft is to count (default: 30)' },
    out: {
      type: 'string',
      value: 'FILE',
      describe: 'where the list goes (default: FILE itself; draft: printed)',
    },
    reason: { type: 'string', value: 'TEXT', describe: 'why keys are reset; kept' },
    config: hostFlags.config,
    state: hostFlags.state,
  },
  operands: { least: 1, most: 2 },
  examples: [
    ['packwright allowlist draft --out list.json', 'what this host trusts'],
    ['packwright allowlist sign list.json --key old.key --key new.key', 'with a new key beside the old one'],
    ['packwright allowlist reset --reason "keys lost"', 'start again with the keys of the settings'],
  ],
  run: ({ flags, operands: [task = '', file] }, io) =>
    orRefusal('allowlist', io, async () => {
      if (task === 'reset') return reset(flags, io);
      if (task === 'draft') return draft(flags, io);
      if (task !== 'sign' && task !== 'show') {
        throw new UsageError(
          `"${task}" is nothing to do with an allow-list`,
          `write one of ${TASKS.join(', ')}`,
          {
            word: task,
            among: TASKS,
          },
        );
      }
      if (file === undefined)
        throw new UsageError('an argument is missing', `write packwright allowlist ${task} FILE`);
      return task === 'show' ? show(file, io) : sign(file, flags, io);
    }),
});

interface ListFlags {
  readonly key: readonly string[];
  readonly previous?: string | undefined;
  readonly days?: string | undefined;
  readonly out?: string | undefined;
  readonly reason?: string | undefined;
  readonly config?: string | undefined;
  readonly state?: string | undefined;
}

async function draft(flags: ListFlags, io: Io): Promise<number> {
  const host = await hostOf(flags, io);
  const { list: previous } =
    flags.previous === undefined ? { list: undefined } : signedIn(flags.previous, io);
  const days = Number(flags.days ?? '30');
  if (!Number.isInteger(days) || days < 1) {
    throw new UsageError(`"${flags.days}" is no number of days`, 'write a whole number from 1');
  }
  const now = Date.now();
  const list = draftAllowList(readTrust(host.trust), {
    version: (previous?.version ?? 0) + 1,
    keys: previous?.keys ?? host.settings.trust?.allow_list?.keys ?? [],
    issued: new Date(now).toISOString(),
    expires: new Date(now + days * DAY_MS).toISOString(),
  });
  const text = `${JSON.stringify(list, null, 2)}\n`;
  if (flags.out === undefined) await io.stdout.write(text);
  else writeFileSync(resolve(io.cwd, flags.out), text);
  return exitCode.ok;
}

async function sign(file: string, flags: ListFlags, io: Io): Promise<number> {
  if (flags.key.length === 0) throw new UsageError('a key is missing', 'write --key FILE, once for each key');
  const secretKeys = flags.key.map((name) => secretKeyIn(name, io));
  const text = accepted(cosignAllowList(textIn(file, io), secretKeys));
  if (flags.previous !== undefined) accepted(checkSuccessor(textIn(flags.previous, io), text));
  writeFileSync(resolve(io.cwd, flags.out ?? file), text);
  const { list } = accepted(readAllowList(text));
  const keys = secretKeys.map((key) => `\n  ${publicKeyOf(key)}`).join('');
  await io.stdout.write(`signed allow-list ${list.version}${keys}\n`);
  return exitCode.ok;
}

async function show(file: string, io: Io): Promise<number> {
  const { list, isSignedBy } = signedIn(file, io);
  const lines = [
    `allow-list ${list.version}, from ${list.issued} to ${list.expires}`,
    ...list.keys.map((key) => `  ${isSignedBy(key) ? 'signed by' : 'names   '} ${key}`),
    ...list.packs.map(({ pack, digest, retired }) => {
      const word = retired === null ? 'trusts ' : 'retires';
      return `  ${word} ${pack.id} ${pack.version} ${digest}${retired ? `: ${retired}` : ''}`;
    }),
    ...list.revoked.map(({ digest, reason }) => `  revokes ${digest}: ${reason}`),
  ];
  await io.stdout.write(`${lines.map(visible).join('\n')}\n`);
  return exitCode.ok;
}

async function reset(flags: ListFlags, io: Io): Promise<number> {
  const host = await hostOf(flags, io);
  const act = actOf(io, flags.reason ?? '');
  const { allowList } = await changeTrust(host.trust, (file) => resetAllowListKeys(file, act));
  const { version = 0 } = allowList?.list ?? {};
  await io.stdout.write(
    `the keys of allow-list ${version} are forgotten; the next list needs a key of the settings, and a version of ${version} or more\n`,
  );
  return exitCode.ok;
}

const textIn = (file: string, io: Io): string => {
  const path = resolve(io.cwd, file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new UsageError(`"${file}" does not exist`);
};

const signedIn = (file: string, io: Io): SignedAllowList => accepted(readAllowList(textIn(file, io)));

function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new InstallError('trust_refused', outcome.problem.message, outcome.problem.hint);
}
