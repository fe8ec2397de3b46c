import type { Executor } from '../../executor/executor.ts';
import type { CommandPlan } from '../../plan/command-plan.ts';

/** An installer that failed, with the end of what it said. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

/** The parts of a plan in which installers differ. */
export type Step = Pick<CommandPlan, 'program' | 'argv'> &
  Partial<Pick<CommandPlan, 'cwd' | 'files' | 'env'>>;

const TIMEOUT_MS = 600_000;
const MOST_OUTPUT = 16 * 1024 * 1024;

/** Runs one step of an installer, which reads no configuration but its arguments, and resolves to its standard output. */
export async function install(executor: Executor, step: Step, signal: AbortSignal): Promise<string> {
  const plan: CommandPlan = {
    cwd: '/',
    files: [],
    stdin: null,
    user: null,
    timeoutMs: TIMEOUT_MS,
    cancelGraceMs: null,
    maxStdoutBytes: MOST_OUTPUT,
    maxStderrBytes: MOST_OUTPUT,
    successExitCodes: [],
    output: { parser: 'text', isRequired: false, schema: null },
    secrets: [],
    redactions: [],
    shownArguments: '{}',
    ...step,
    env: { PIP_CONFIG_FILE: '/dev/null', PYTHONNOUSERSITE: '1', ...step.env },
  };
  const outcome = await executor.execute(plan, { signal, onOutput: () => {} });
  if (outcome.end === 'exited' && outcome.exitCode === 0) return outcome.stdout.bytes.toString();
  const said = outcome.error ?? `${outcome.stdout.bytes}${outcome.stderr.bytes}`.trim();
  throw new InstallError(said.slice(-2_000) || `the installer ended with code ${outcome.exitCode}`);
}

/** The settings by which npm keeps to one directory and to its arguments. */
export const npmEnvironment = (directory: string): Readonly<Record<string, string>> => ({
  HOME: directory,
  npm_config_cache: `${directory}/.cache`,
  // Files that are not there; one name for both is refused.
  npm_config_userconfig: `${directory}/.no-user-config`,
  npm_config_globalconfig: `${directory}/.no-global-config`,
  npm_config_update_notifier: 'false',
});
