import { findProgram } from './find-program.ts';
import type { User } from './find-user.ts';
import { StartError } from './start-error.ts';

/** A command line behind the program that takes privileges away before it starts it. */
export interface Confined {
  readonly program: string;
  readonly argv: readonly string[];
}

/** What a machine has for taking privileges away: the path of `setpriv`, or null where there is none. */
export function findSetpriv(path: string | undefined): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return findProgram('setpriv', path);
  } catch {
    return null;
  }
}

/**
 * The command line under `setpriv`: no new privileges, killed with the runner, as another user without supplementary
 * groups where one is named. Without `setpriv` a named user is refused and the rest cannot be promised.
 */
export function confine(command: Confined, user: User | null, setpriv: string | null): Confined {
  if (setpriv === null) {
    if (user === null) return command;
    throw new StartError(
      'user_unsupported',
      'actions with a user of their own need setpriv, which is not on the PATH of the runner',
    );
  }
  const options = ['--no-new-privs', '--pdeathsig', 'KILL', '--inh-caps=-all'];
  // Only root may give groups away.
  const isRoot = process.getuid?.() === 0;
  if (user !== null) {
    options.push(`--reuid=${user.uid}`, `--regid=${user.gid}`, isRoot ? '--clear-groups' : '--keep-groups');
  }
  return { program: setpriv, argv: [...options, '--', command.program, ...command.argv] };
}
