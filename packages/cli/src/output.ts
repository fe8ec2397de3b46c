import { MachineError } from './machine-error.ts';

/** Where a command writes text. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal, or undefined where there is none. */
  readonly columns: number | undefined;
  /** Resolves when the text has been handed over; text for a reader that has gone is dropped. */
  write(text: string): Promise<void>;
}

/** An output into a stream of the process. A closed pipe is no failure: the work goes on for the exit code. */
export function streamOutput(stream: NodeJS.WriteStream): Output {
  let gone = false;
  // The callback of each write hears of errors; without a listener they would end the process as well.
  stream.on('error', () => {});
  return {
    isTerminal: stream.isTTY === true,
    // A terminal that does not know its size says 0.
    columns: (stream.isTTY && stream.columns) || undefined,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (gone || text === '') return resolve();
        stream.write(text, (error) => {
          if (!error) return resolve();
          gone = 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
          if (gone) resolve();
          else reject(new MachineError('output', `cannot write the output: ${error.message}`, error));
        });
      }),
  };
}

const BATCH = 65_536;

/**
 * The same output, handed over in pieces of 64 KiB unless it is a terminal: every write into a pipe wakes its reader.
 * What is left has to be flushed.
 */
export function inBatches(output: Output): Output & { flush(): Promise<void> } {
  let pending = '';
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    await output.write(text);
  };
  return {
    isTerminal: output.isTerminal,
    columns: output.columns,
    flush,
    async write(text) {
      pending += text;
      if (output.isTerminal || pending.length >= BATCH) await flush();
    },
  };
}
