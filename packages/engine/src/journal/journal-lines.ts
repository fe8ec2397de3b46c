import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;

/** A line as bytes, without its newline. */
export interface JournalBytes {
  readonly bytes: Buffer;
  /** False for a last one without a newline. */
  readonly isWhole: boolean;
}

/** The lines of a file, one at the end that was not finished as well. */
export async function* journalLines(path: string): AsyncGenerator<JournalBytes> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, at)) {
      yield { bytes: Buffer.concat([...rest, chunk.subarray(at, end)]), isWhole: true };
      rest = [];
      at = end + 1;
    }
    if (at < chunk.length) rest.push(chunk.subarray(at));
  }
  if (rest.length > 0) yield { bytes: Buffer.concat(rest), isWhole: false };
}
