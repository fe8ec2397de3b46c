import {
  compareVersions,
  parseVersionConstraint,
  type Version,
  type VersionConstraint,
  versionIn,
} from '@packwright/validator/attune';
import type { HostSettings } from '../plan/host-settings.ts';
import { type Command, type Refused, refused } from './command.ts';
import type { PlacedAction } from './placed-action.ts';

/** What a host says of its programs. */
export type ProgramsOfMachine = Pick<HostSettings, 'versionOf' | 'pythons'>;

/**
 * The command with an interpreter that the action's `runtime_version` takes, or why this machine has none (spec 3.7).
 * Of `python3` and every `python3.N` on the PATH the highest that fits is taken. A native program is no runtime, and the
 * seed profile does not know the key.
 */
export async function withFittingRuntime(
  { action, profile }: PlacedAction,
  command: Command,
  { versionOf, pythons }: ProgramsOfMachine,
): Promise<Command | Refused> {
  const { runtime_version: asked } = action;
  const { program } = command;
  if (profile === 'seed' || typeof asked !== 'string' || asked.trim() === '') return command;
  if (typeof program !== 'string') return command;
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
  const highest = await highestFit(program, said, takes, { versionOf, pythons });
  if (highest !== undefined) return { ...command, program: highest };
  // One that is not there is told of where it would be started.
  if (said === null) return command;
  const message = `\`runtime_version\` asks for "${asked}", and "${program}" is ${toldVersion(said)}`;
  return refused('runtime_version', message, remedyFor(program));
}

/** The program itself or another one of its runtime, the highest that fits. An environment has only its own. */
export async function highestFit(
  program: string,
  said: string | null,
  takes: VersionConstraint,
  { versionOf, pythons }: ProgramsOfMachine,
): Promise<string | undefined> {
  const own = fitting(said, takes);
  if (program === 'python3') {
    for (const name of pythons()) {
      const version = fitting(await versionOf(name), takes);
      if (version) return own && compareVersions(own, version) >= 0 ? program : name;
    }
  }
  return own && program;
}

/** The version in what a program says of itself, in words. */
export const toldVersion = (said: string): string =>
  versionIn(said)?.join('.') ?? 'something that does not tell its version';

function fitting(said: string | null, takes: VersionConstraint): Version | undefined {
  const version = said === null ? undefined : versionIn(said);
  return version && takes(version) ? version : undefined;
}

const remedyFor = (program: string): string =>
  program.endsWith('/bin/python3')
    ? 'put one that fits on the PATH as "python3", and build the environment anew with `packwright env remove` and `env build`'
    : 'put one that fits on the PATH of the runner';
