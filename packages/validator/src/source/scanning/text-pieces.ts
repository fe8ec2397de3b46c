const BATCH = 1024;
const FEW = 64;

/**
 * Builds a long text from many short pieces. Joins them in batches, since one long `+=` chain costs 50 bytes a piece,
 * and the batches too: many texts of middling size make the engine let its heap grow.
 */
export class TextPieces {
  #pieces: string[] = [];
  #batches: string[] = [];
  readonly #long: string[] = [];

  add(piece: string): void {
    if (this.#pieces.push(piece) < BATCH) return;
    this.#batches.push(this.#pieces.join(''));
    this.#pieces = [];
    if (this.#batches.length < FEW) return;
    this.#long.push(this.#batches.join(''));
    this.#batches = [];
  }

  join(): string {
    return [...this.#long, ...this.#batches, ...this.#pieces].join('');
  }
}
