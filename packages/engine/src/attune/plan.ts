import type { ExactObject } from '@packwright/values';
import { newUlid } from '../journal/event-id.ts';
import type { OutputParser } from '../output/parse-output.ts';
import type { CommandPlan, PlannedText } from '../plan/command-plan.ts';
import type { PlanOptions, PlanResult } from '../plan/plan-result.ts';
import { type Command, commandOf, type EnvironmentSettings, type Refused } from './command.ts';
import { type Delivery, deliver } from './delivery.ts';
import type { ParameterFormat } from './documents/document.ts';
import { type ProgramsOfMachine, withFittingRuntime } from './fitting-runtime.ts';
import type { PlacedAction } from './placed-action.ts';
import { missingRuntime } from './required-runtimes.ts';
import { secretTexts, shownParameters } from './secret-parameters.ts';

const DEFAULT_TIMEOUT_S = 300;
/** Between SIGTERM and SIGKILL (spec 3.9). */
const GRACE_MS = 10_000;
/** Of each stream (spec 3.8). */
const MOST_OUTPUT = 10 * 1024 * 1024;

/** What runs for parameters that have been bound, or why this machine does not run it. */
export async function plan(
  placed: PlacedAction,
  parameters: ExactObject,
  options: PlanOptions = {},
  host: RuntimeSettings = NOTHING_BESIDE,
): Promise<PlanResult> {
  const started = await startOf(placed, host);
  if ('ok' in started) return started;
  const { parameters: schema } = placed.action;
  const terms = { profile: placed.profile, schema, ...wordsOf(placed) };
  const outcome = await deliver(terms, parameters, freeName(placed));
  if (!outcome.ok) return outcome;
  const { stdin, files, env } = outcome.delivered;
  return {
    ok: true,
    plan: {
      ...started,
      env: { ...started.env, ...identityOf(placed), ...methodOf(terms), ...env },
      stdin,
      cwd: { file: '.' },
      user: null,
      files: [...started.files, ...files],
      ...limitsOf(placed, options),
      output: { parser: parserOf(placed), isRequired: false, schema: null },
      secrets: secretTexts(schema, parameters),
      redactions: [],
      shownArguments: shownParameters(schema, parameters),
    },
  };
}

/** What starts an action on a host, or why nothing there does. */
export async function startOf(placed: PlacedAction, host: RuntimeSettings): Promise<Command | Refused> {
  const command = commandOf(placed, host);
  if ('ok' in command) return command;
  return (await missingRuntime(placed, host)) ?? withFittingRuntime(placed, command, host);
}

/** What a host says of environments and of the programs beside them. */
export type RuntimeSettings = EnvironmentSettings & ProgramsOfMachine;

const NOTHING_BESIDE: RuntimeSettings = {
  environmentsDirectory: null,
  approvedLocks: null,
  unlockedEnvironments: 'refuse',
  versionOf: async () => null,
  pythons: () => [],
};

/** Without the letter case of the words, which the loader does not mind (spec 1.3). */
function wordsOf({ action, profile }: PlacedAction): {
  readonly delivery: Delivery;
  readonly format: ParameterFormat;
} {
  const isSeed = profile === 'seed';
  const delivery = lower(action.parameter_delivery) ?? (isSeed ? 'env' : 'stdin');
  const format = lower(action.parameter_format) ?? (isSeed ? 'dotenv' : 'json');
  return { delivery: delivery as Delivery, format: format as ParameterFormat };
}

function parserOf({ action }: PlacedAction): OutputParser {
  const format = lower(action.output_format) ?? 'text';
  return format === 'json' ? 'json-tail' : (format as OutputParser);
}

const lower = (word: unknown): string | undefined =>
  typeof word === 'string' ? word.trim().toLowerCase() : undefined;

/** The variables that say what is run (spec 3.6). There is no API on this machine, so none names one. */
function identityOf({ ref, packRef, profile }: PlacedAction): Record<string, PlannedText> {
  const id = newUlid();
  if (profile === 'seed') return { ATTUNE_EXECUTION_ID: id, ATTUNE_ACTION_REF: ref };
  return { ATTUNE_EXEC_ID: id, ATTUNE_ACTION: ref, ATTUNE_PACK_REF: packRef };
}

const methodOf = ({ delivery, format }: ReturnType<typeof wordsOf>): Record<string, PlannedText> => ({
  ATTUNE_PARAMETER_DELIVERY: delivery,
  ATTUNE_PARAMETER_FORMAT: format,
});

/** A name for the file of parameters that no file of the pack has. */
function freeName({ files }: PlacedAction): string {
  const taken = new Set(files.map(({ name }) => name.split('/')[0]));
  let name = '.parameters';
  while (taken.has(name)) name += '_';
  return name;
}

type Limits = Pick<
  CommandPlan,
  'timeoutMs' | 'cancelGraceMs' | 'maxStdoutBytes' | 'maxStderrBytes' | 'successExitCodes'
>;

function limitsOf({ action, profile }: PlacedAction, options: PlanOptions): Limits {
  const declared = profile === 'seed' ? action.timeout : action.timeout_seconds;
  const seconds = typeof declared === 'number' && declared > 0 ? declared : DEFAULT_TIMEOUT_S;
  return {
    timeoutMs: positive(options.timeoutMs) ?? seconds * 1000,
    cancelGraceMs: GRACE_MS,
    maxStdoutBytes: Math.min(positive(options.maxStdoutBytes) ?? MOST_OUTPUT, MOST_OUTPUT),
    maxStderrBytes: Math.min(positive(options.maxStderrBytes) ?? MOST_OUTPUT, MOST_OUTPUT),
    successExitCodes: [],
  };
}

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && value > 0 ? value : undefined;
