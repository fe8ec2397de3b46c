import { parseVersionConstraint } from '@packwright/validator/attune';
import { closest } from '@packwright/values';
import { type Refused, refused } from './command.ts';
import { highestFit, type ProgramsOfMachine, toldVersion } from './fitting-runtime.ts';
import type { PlacedAction } from './placed-action.ts';
import { runtimeNames, runtimeOf } from './runtimes.ts';

/**
 * Why this machine lacks a runtime that the action's `required_worker_runtimes` asks for beside its own; undefined where
 * it has them all. A worker of the platform has to offer each of them, and here the machine is the worker (spec 1.3).
 * The seed profile does not know the key.
 */
export async function missingRuntime(
  { action, profile }: PlacedAction,
  programs: ProgramsOfMachine,
): Promise<Refused | undefined> {
  if (profile === 'seed') return undefined;
  for (const [name, wanted] of Object.entries(action.required_worker_runtimes ?? {})) {
    const fault = await faultOf(name, wanted, programs);
    if (fault)
      return refused('required_worker_runtimes', `\`required_worker_runtimes\` ${fault[0]}`, fault[1]);
  }
  return undefined;
}

type Fault = readonly [message: string, hint: string];

async function faultOf(
  name: string,
  wanted: unknown,
  programs: ProgramsOfMachine,
): Promise<Fault | undefined> {
  const asks = `asks for "${name}" ${JSON.stringify(wanted)}`;
  const isAny = typeof wanted === 'string' && wanted.trim() === '*';
  const takes = typeof wanted === 'string' ? parseVersionConstraint(isAny ? '' : wanted) : undefined;
  if (takes === undefined) {
    return [
      `${asks}, which cannot be read`,
      'write versions as text, such as ">=20" or ">=3.10,<4", or "*" for any',
    ];
  }
  const runtime = runtimeOf(name);
  if (!runtime) return [`${asks}, which is no runtime that is known here`, nearest(name)];
  const { program, question } = runtime;
  if (program === null) return undefined;
  const said = await programs.versionOf(program, question);
  if (isAny && said !== null) return undefined;
  if ((await highestFit(program, said, takes, programs)) !== undefined) return undefined;
  if (said === null) {
    return [`${asks}, and there is no "${program}"`, 'install it, or put it on the PATH of the runner'];
  }
  return [`${asks}, and "${program}" is ${toldVersion(said)}`, 'put one that fits on the PATH of the runner'];
}

function nearest(name: string): string {
  const near = closest(name.trim().toLowerCase(), runtimeNames.flat());
  if (near !== undefined) return `did you mean "${near}"?`;
  return `write one of: ${runtimeNames.map(([first]) => first).join(', ')}`;
}
