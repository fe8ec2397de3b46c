import type { Terminal } from './terminal.ts';

/** A terminal whose questions are given up when its input ends. */
export interface EndingTerminal extends Terminal {
  readonly signal: AbortSignal;
}

/**
 * Asks at a terminal. Where input ends, by Ctrl-D or because the terminal goes away, questions are given up as by
 * Ctrl-C: nothing else settles them then, and the process would end in the middle of its work.
 */
export async function untilEnd<Answer>(
  terminal: Terminal,
  ask: (terminal: EndingTerminal) => Promise<Answer>,
): Promise<Answer> {
  const input = terminal.input ?? process.stdin;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const press = (_text: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }): void => {
    if (key?.ctrl && key.name === 'd') end();
  };
  input.on('keypress', press).once('end', end);
  try {
    return await ask({ ...terminal, signal: ended.signal });
  } finally {
    input.off('keypress', press).off('end', end);
  }
}
