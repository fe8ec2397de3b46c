import type { Flags, FlagValues } from './flags.ts';
import type { Io } from './io.ts';

export interface Invocation<F extends Flags> {
  readonly flags: FlagValues<F>;
  readonly operands: readonly string[];
}

/** One command of the tool. */
export interface Command<F extends Flags = Flags> {
  /** What follows the tool's name, such as `digest PATH`. */
  readonly usage: string;
  /** What the command does and promises, in paragraphs of one line each. */
  readonly about: readonly string[];
  readonly flags: F;
  /** How many arguments beside flags there may be. */
  readonly operands: { readonly least: number; readonly most: number };
  /** Command lines worth showing, each with what it does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** Does the work; resolves to the exit code. */
  run(invocation: Invocation<F>, io: Io): Promise<number>;
}

/** The command as it is; gives `run` the types of its flags. */
export function defineCommand<const F extends Flags>(command: Command<F>): Command<F> {
  return command;
}
