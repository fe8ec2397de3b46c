import type { Readable, Writable } from 'node:stream';

/** Where questions are asked; the terminal of the process by default. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}
