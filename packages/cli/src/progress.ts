import type { Io } from './io.ts';
import type { Output } from './output.ts';

const QUIET_FOR = 500;
const REDRAW_AFTER = 100;
const CLEAR_LINE = '\r\x1b[K';

export interface Progress {
  /** Shows how far the run is, if it has been going on for a while. */
  at(done: number, path: string): Promise<void>;
  /** Removes the line, so that other output can be written. */
  clear(): Promise<void>;
}

/** A line on standard error that says how far a long run is; nothing where that is no terminal. */
export function progressLine(total: number, { stderr }: Pick<Io, 'stderr'>, now = Date.now): Progress {
  if (!stderr.isTerminal) return { at: async () => {}, clear: async () => {} };
  let due = now() + QUIET_FOR;
  let drawn = false;
  return {
    async at(done, path) {
      const time = now();
      if (time < due) return;
      due = time + REDRAW_AFTER;
      drawn = true;
      await stderr.write(CLEAR_LINE + lineFor(done, total, path, stderr));
    },
    async clear() {
      if (drawn) await stderr.write(CLEAR_LINE);
      drawn = false;
    },
  };
}

function lineFor(done: number, total: number, path: string, { columns = 80 }: Output): string {
  const text = `${done} of ${total} packs  ${path}`;
  return text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2))}…`;
}
