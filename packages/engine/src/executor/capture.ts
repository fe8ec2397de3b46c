import type { Readable } from 'node:stream';

/** What was kept of a stream. */
export interface Captured {
  readonly bytes: Buffer;
  /** All that came, kept or not. */
  readonly total: number;
}

/** Keeps the first bytes of a stream and counts the rest; the process is never held up by it. */
export class Capture {
  readonly #most: number;
  readonly #chunks: Buffer[] = [];
  #kept = 0;
  #total = 0;

  constructor(stream: Readable, most: number, onKept: (bytes: Buffer) => void) {
    this.#most = most;
    stream.on('data', (chunk: Buffer) => {
      this.#total += chunk.length;
      const kept = chunk.subarray(0, this.#most - this.#kept);
      if (kept.length === 0) return;
      this.#kept += kept.length;
      // A copy where only a part is kept, or a few bytes would keep a whole chunk alive.
      this.#chunks.push(kept.length < chunk.length ? Buffer.from(kept) : chunk);
      onKept(kept);
    });
  }

  take(): Captured {
    return { bytes: Buffer.concat(this.#chunks, this.#kept), total: this.#total };
  }
}
