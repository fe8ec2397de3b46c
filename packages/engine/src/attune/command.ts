import { closest } from '@packwright/values';
import type { CommandPlan } from '../plan/command-plan.ts';
import type { HostSettings } from '../plan/host-settings.ts';
import type { PlanResult } from '../plan/plan-result.ts';
import { withApprovedLock } from './environments/approved-lock.ts';
import { environmentState } from './environments/built.ts';
import { needOf } from './environments/need.ts';
import { placeOf } from './environments/place.ts';
import type { PlacedAction } from './placed-action.ts';
import { type Runner, runnerNames, runnerOf } from './runners.ts';

/** The parts of a plan that say what is started. */
export type Command = Pick<CommandPlan, 'program' | 'argv' | 'files' | 'env'>;
/** What a host says of environments. */
export type EnvironmentSettings = Pick<
  HostSettings,
  'environmentsDirectory' | 'approvedLocks' | 'unlockedEnvironments'
>;

export type Refused = Extract<PlanResult, { readonly ok: false }>;

/** A refusal that is about no argument. */
export const refused = (code: string, message: string, hint?: string): Refused => ({
  ok: false,
  refusal: { status: 'error', code, arg: '', message, ...(hint !== undefined && { hint }) },
});

/** What starts the entry point of an action, with every file of the pack beside it, or why nothing here does. */
export function commandOf(placed: PlacedAction, host: EnvironmentSettings): Command | Refused {
  const { action, entry } = placed;
  if (action.enabled === false)
    return refused('disabled', 'its author has switched it off', 'set `enabled: true`');
  if (action.workflow_file !== undefined) {
    return refused(
      'workflow',
      'it is a workflow, which no single machine runs',
      'run its actions one by one',
    );
  }
  if (action.launch !== undefined) {
    return refused(
      'launch',
      'it starts by `launch`, which names what only a release holds',
      'write `entry_point`',
    );
  }
  const word = action.runner_type ?? 'shell';
  const runner = runnerOf(word);
  if (runner === undefined) return unknownRunner(word);
  if (entry === null) return refused('entry_point', `its entry point ${missingEntry(placed)}`);
  const environment = environmentOf(placed, runner, host);
  if (typeof environment !== 'string') return environment;
  return startOf(placed, runner, entry, environment);
}

function unknownRunner(word: string): Refused {
  if (word.trim().toLowerCase() === 'docker') {
    return refused(
      'container_runtime',
      'no container runtime is supported yet',
      'write another `runner_type`',
    );
  }
  const near = closest(word, runnerNames);
  const hint = near === undefined ? `write one of: ${runnerNames.join(', ')}` : `did you mean "${near}"?`;
  return refused('runner', `nothing here runs what is of \`runner_type\` "${word}"`, hint);
}

function missingEntry({ action: { entry_point: written } }: PlacedAction): string {
  return written === undefined ? 'is not written' : `"${written}" is no file of the pack`;
}

/** The directory of the environment that the action starts in; empty for none. */
function environmentOf(
  { needs, packRef, packDigest }: PlacedAction,
  runner: Runner,
  host: EnvironmentSettings,
): string | Refused {
  const need = needOf(needs, runner);
  if (!need) return '';
  const { lock, kind, manifest } = withApprovedLock(need, host.approvedLocks, packDigest);
  if (!lock) {
    if (host.unlockedEnvironments === 'allow') return '';
    const message = `the pack asks for packages in "${manifest}" and pins none of them`;
    return refused(
      'environment_unlocked',
      message,
      'pin them with `packwright env lock`, and trust the pack anew',
    );
  }
  const root = host.environmentsDirectory;
  const place = root === null ? '' : placeOf(root, packRef, kind, lock);
  const state = root === null ? 'missing' : environmentState(place, lock.sha256);
  if (state === 'whole') return place;
  if (state !== 'missing') {
    const message = `the environment of "${lock.file}" on this machine is damaged: ${state.damage}`;
    return refused('environment_damaged', message, 'build it anew with `packwright env build`');
  }
  const message = `the packages of "${lock.file}" are not installed on this machine`;
  return refused('environment_missing', message, 'install them with `packwright env build`');
}

function startOf({ files }: PlacedAction, runner: Runner, entry: string, environment: string): Command {
  const script = { file: entry };
  const has = (directory: string) => files.some(({ name }) => name.startsWith(`${directory}/`));
  switch (runner) {
    case 'shell':
      return { program: '/bin/bash', argv: [script], files, env: {} };
    case 'python': {
      const program = environment === '' ? 'python3' : `${environment}/bin/python3`;
      return { program, argv: ['-u', script], files, env: has('lib') ? { PYTHONPATH: { file: 'lib' } } : {} };
    }
    case 'nodejs': {
      const env = environment === '' ? {} : { NODE_PATH: `${environment}/node_modules` };
      return { program: 'node', argv: [script], files, env };
    }
    case 'native': {
      const runnable = files.map((file) => (file.name === entry ? { ...file, isExecutable: true } : file));
      return { program: script, argv: [], files: runnable, env: {} };
    }
  }
}
