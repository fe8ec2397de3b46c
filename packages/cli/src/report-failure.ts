import { commandList } from './command-list.ts';
import type { Io } from './io.ts';
import { MachineError } from './machine-error.ts';
import { styleFor } from './style.ts';
import { UsageError } from './usage-error.ts';

/** Says on standard error why a command line came to nothing. */
export async function reportFailure(error: unknown, argv: readonly string[], io: Io): Promise<void> {
  const style = styleFor(io, io.stderr);
  const { visible } = await import('@packwright/validator/render');
  const who = argv[0] !== undefined && commandList.has(argv[0]) ? `packwright ${argv[0]}` : 'packwright';
  const [first = '', ...rest] = (await linesFor(error)).map(visible);
  const lines = [`${style('red', who)}: ${first}`, ...rest.map((line) => style('dim', `  ${line}`))];
  // Where even this cannot be written, the exit code still says so.
  await io.stderr.write(`${lines.join('\n')}\n`).catch(() => {});
}

async function linesFor(error: unknown): Promise<string[]> {
  if (error instanceof UsageError) {
    const remedy = await remedyFor(error);
    return remedy === undefined ? [error.message] : [error.message, remedy];
  }
  if (error instanceof MachineError) return [error.message];
  const { systemFailure } = await import('@packwright/installer/host');
  const failure = systemFailure(error);
  if (failure) return failure.hint === undefined ? [failure.message] : [failure.message, failure.hint];
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return ['this is a fault of packwright itself; report it with these lines', ...stack.split('\n')];
}

async function remedyFor({ hint, misspelling }: UsageError): Promise<string | undefined> {
  if (!misspelling) return hint;
  const { closest } = await import('@packwright/values');
  const meant = closest(misspelling.word, misspelling.among);
  return meant === undefined ? hint : `did you mean "${meant}"?`;
}
