import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Io } from '../io.ts';

/** Where a host keeps what it knows, and the private files of runs. */
export interface HostDirectories {
  readonly state: string;
  /** Other users pass through it, so it does not lie in `state`. */
  readonly scratch: string;
}

/** The directories of the user that runs this, or the state directory that was named. */
export function hostDirectories(
  named: string | undefined,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): HostDirectories {
  const isRoot = process.getuid?.() === 0;
  const state = named === undefined ? defaultState(env, isRoot) : resolve(cwd, named);
  if (isRoot && process.platform === 'linux') return { state, scratch: '/run/packwright' };
  const scratch = env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'packwright') : join(state, 'run');
  return { state, scratch };
}

function defaultState(env: Io['env'], isRoot: boolean): string {
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, 'packwright');
  return isRoot ? '/var/lib/packwright' : join(env.HOME || homedir(), '.local', 'state', 'packwright');
}
