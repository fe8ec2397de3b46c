import { type Output, streamOutput } from './output.ts';

/** All that a command sees of the process it runs in. */
export interface Io {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person can answer questions. */
  readonly interactive: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The process as it is. */
export function processIo(): Io {
  const { env, stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    env,
    // Standard input is opened by a look at it, and often nobody is there.
    interactive: Boolean(stdout.isTTY && process.stdin.isTTY),
    stdout: streamOutput(stdout),
    stderr: streamOutput(stderr),
  };
}

/** Whether an output should be in colour: a terminal that has it, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function hasColour({ env }: Pick<Io, 'env'>, { isTerminal }: Output): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return isTerminal && env.TERM !== 'dumb';
}
