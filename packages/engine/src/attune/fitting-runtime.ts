import type { HostSettings } from '../plan/host-settings.ts';
import { type Command, type Refused, refused } from './command.ts';
import type { PlacedAction } from './placed-action.ts';
import { parseVersionConstraint, type VersionConstraint, versionIn } from './version-constraint.ts';

/**
 * The command with an interpreter that the action's `runtime_version` takes, or why this machine has none (spec 3.7).
 * The machine's own `python3` comes before all others; where it does not fit, the highest `python3.N` that does is
 * taken. A native program is no runtime, and the seed profile does not know the key.
 */
export async function withFittingRuntime(
  { action, profile }: PlacedAction,
  command: Command,
  versionOf: HostSettings['versionOf'],
): Promise<Command | Refused> {
  const { runtime_version: asked } = action;
  const { program } = command;
  if (profile === 'seed' || typeof asked !== 'string' || typeof program !== 'string') return command;
  const takes = parseVersionConstraint(asked);
  if (takes === undefined) {
    const message = `\`runtime_version\` "${asked}" cannot be read`;
    return refused(
      'runtime_version',
      message,
      'write conditions such as ">=3.10,<4", with a comma between them',
    );
  }
  const said = await versionOf(program);
  // One that is not there is told of where it would be started.
  if (said === null || fits(said, takes)) return command;
  const other = await otherPython(program, takes, versionOf);
  if (other !== undefined) return { ...command, program: other };
  const found = versionIn(said)?.join('.') ?? 'something that does not tell its version';
  const message = `\`runtime_version\` asks for "${asked}", and "${program}" is ${found}`;
  return refused('runtime_version', message, remedyFor(program));
}

function fits(said: string, takes: VersionConstraint): boolean {
  const version = versionIn(said);
  return version !== undefined && takes(version);
}

const HIGHEST_MINOR = 40;

/** Another Python on the PATH, the highest that fits. An environment has only its own. */
async function otherPython(
  program: string,
  takes: VersionConstraint,
  versionOf: HostSettings['versionOf'],
): Promise<string | undefined> {
  if (program !== 'python3') return undefined;
  for (let minor = HIGHEST_MINOR; minor >= 0; minor--) {
    const said = await versionOf(`python3.${minor}`);
    if (said !== null && fits(said, takes)) return `python3.${minor}`;
  }
  return undefined;
}

const remedyFor = (program: string): string =>
  program.endsWith('/bin/python3')
    ? 'put one that fits on the PATH as "python3", and build the environment anew with `packwright env remove` and `env build`'
    : 'put one that fits on the PATH of the runner';
