import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ActionOfPack, type RunRequest, writeResult } from '@packwright/engine';
import { actOf, runnerOn, unknownNotice } from '@packwright/installer/host';
import { parseGoDuration } from '@packwright/values';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import type { FlagValues } from '../flags.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { askArguments, missingArguments } from '../run/ask-arguments.ts';
import { describePreview } from '../run/describe-preview.ts';
import { type FoundPacks, packsFor } from '../run/packs-for.ts';
import { previewJson } from '../run/preview-json.ts';
import { exitCodeOfRun, showResult } from '../run/show-result.ts';
import { terminalAsk } from '../run/terminal-ask.ts';
import { typedArguments } from '../run/typed-arguments.ts';
import { isSystemError } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';
import { withCancel } from '../with-cancel.ts';

const runFlags = {
  pack: {
    type: 'string',
    value: 'DIR',
    many: true,
    describe: 'the pack, or a directory of packs (default: those installed, or here)',
  },
  arg: {
    type: 'string',
    value: 'NAME=VALUE',
    many: true,
    describe: 'an argument, read as the type that the action declares; one for each element of a list',
  },
  'args-json': {
    type: 'string',
    value: 'FILE',
    describe: 'all arguments as one JSON object; - reads standard input',
  },
  reason: { type: 'string', value: 'TEXT', describe: 'why it is run; kept in the journal' },
  timeout: {
    type: 'string',
    value: 'TIME',
    describe: 'how long it may take, within what the action allows, such as 90s',
  },
  stream: { type: 'boolean', describe: 'show output as it comes' },
  plan: { type: 'boolean', describe: 'show what would run, and why it may; start nothing' },
  yes: { type: 'boolean', describe: 'approve it where policy asks a person' },
  json: { type: 'boolean', describe: 'print the result, or the plan, as JSON' },
  trust: {
    type: 'string',
    value: 'FILE',
    describe: 'what is trusted (default: trust.json in the state directory)',
  },
  ...hostFlags,
} as const;

/** `packwright run`. */
export const command = defineCommand({
  usage: 'run ACTION --reason TEXT',
  about: [
    'Runs one action of a trusted pack, exactly as it is declared, and journals it before and after.',
    'On a terminal it asks for required arguments that are missing, and for approval where policy wants it.',
    '',
    'Exit code: 0 success, 1 it ran and did not succeed, 2 wrong usage or a failing machine, 3 refused: nothing was started.',
  ],
  flags: runFlags,
  operands: { least: 1, most: 1 },
  examples: [
    ['packwright run redis.ping --reason "is it up?"', 'one action of an installed pack'],
    ['packwright run disk.clean --pack packs --arg path=/tmp --reason full --plan', 'what would run'],
  ],
  run: ({ flags, operands: [actionId = ''] }, io) =>
    orRefusal('run', io, () => runAction(actionId, flags, io), exitCode.refused),
});

async function runAction(actionId: string, flags: FlagValues<typeof runFlags>, io: Io): Promise<number> {
  const { reason = '' } = flags;
  const host = await hostOf(flags, io);
  const packs = await packsFor(flags, host, io);
  const action = actionOf(actionId, packs);
  // Before anything is asked for, or a form would have been filled in for nothing.
  if (!flags.plan && reason.trim() === '') {
    throw new UsageError('"--reason" is missing', 'say why; the journal keeps it');
  }
  const argumentsJson = await argumentsOf(action, flags, io);
  if (argumentsJson === undefined) {
    await io.stderr.write('nothing was run\n');
    return exitCode.refused;
  }
  const ask = terminalAsk(flags.yes, actOf(io, '').by, io);
  const { runner, unknown } = await runnerOn(host, packs, ask);
  for (const outcome of unknown) await io.stderr.write(`${unknownNotice(outcome)}\n`);
  const request: RunRequest = { actionId, argumentsJson, reason, ...timeoutOption(flags.timeout) };
  if (flags.plan) {
    // What is only looked at needs no reason.
    const preview = await runner.preview({ ...request, reason: reason.trim() || 'a look at the plan' });
    await io.stdout.write(flags.json ? previewJson(actionId, preview) : describePreview(preview));
    return preview.ok ? exitCode.ok : exitCode.refused;
  }
  const isStreamed = flags.stream && !flags.json;
  const result = await withCancel((signal) =>
    runner.run({
      ...request,
      signal,
      ...(isStreamed && {
        onEvent: (event) => {
          if (event.kind === 'output') void io[event.stream].write(event.text);
        },
      }),
    }),
  );
  if (flags.json) await io.stdout.write(`${writeResult(result)}\n`);
  else await showResult(result, io, isStreamed ? 'shown' : 'to show');
  return exitCodeOfRun(result);
}

function actionOf(actionId: string, { set, actions, leftOut }: FoundPacks): ActionOfPack {
  const [action, another] = set.find(actionId);
  if (action && !another) return action;
  if (another) throw new UsageError(`several packs have the action "${actionId}"`, 'name one with --pack');
  const among = actions.map(({ id }) => id);
  throw new UsageError(`no pack here has the action "${actionId}"`, hintFor(actionId, actions, leftOut), {
    word: actionId,
    among,
  });
}

/** Where nothing is close: the actions of the pack that is named instead, else where to find any. */
function hintFor(word: string, actions: readonly ActionOfPack[], leftOut: readonly string[]): string {
  const named = actions.filter(({ pack }) => pack.id === word).map(({ id }) => `"${id}"`);
  if (named.length > 0) return `"${word}" is a pack; name one of its actions, such as ${named[0]}`;
  const where =
    actions.length === 0
      ? 'no pack is here: `packwright install` installs one, --dest or --pack say where they are'
      : '`packwright list` names the packs, `packwright info NAME` their actions';
  return [where, ...leftOut].join('; ');
}

interface ArgumentFlags {
  readonly arg: readonly string[];
  readonly 'args-json': string | undefined;
}

async function argumentsOf(action: ActionOfPack, flags: ArgumentFlags, io: Io): Promise<string | undefined> {
  const { arg, 'args-json': file } = flags;
  if (file !== undefined && arg.length > 0) {
    throw new UsageError('"--arg" and "--args-json" are two ways of one thing', 'give one of them');
  }
  if (file === '-') return (await import('node:stream/consumers')).text(process.stdin);
  if (file !== undefined) return argumentsIn(file, io.cwd);
  const isMissing = missingArguments(action.view.args, arg).length > 0;
  return isMissing && io.interactive ? askArguments(action, arg) : typedArguments(arg, action.view.args);
}

function argumentsIn(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const why = error.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${error.message}`;
    throw new UsageError(`"${file}" ${why}`, 'name a file with one JSON object, or - for standard input');
  }
}

function timeoutOption(timeout: string | undefined): Partial<Pick<RunRequest, 'options'>> {
  if (timeout === undefined) return {};
  const parsed = parseGoDuration(timeout);
  if (!parsed.ok) throw new UsageError(`"${timeout}" ${parsed.reason}`, 'write a time such as 90s or 5m');
  return { options: { timeoutMs: Number(parsed.nanoseconds) / 1e6 } };
}
