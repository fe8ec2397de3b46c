const BATCH = 32_768;

/**
 * Builds a long text from many short pieces. Joins them in batches, since one long `+=` chain costs 50 bytes a piece.
 * The list of pieces is used again, and batches are large: what lives on for a while makes the engine let its heap grow.
 */
export class TextPieces {
  readonly #pieces: string[] = [];
  #count = 0;
  readonly #batches: string[] = [];

  add(piece: string): void {
    this.#pieces[this.#count++] = piece;
    if (this.#count < BATCH) return;
    this.#batches.push(this.#pieces.join(''));
    this.#count = 0;
  }

  join(): string {
    this.#pieces.length = this.#count;
    this.#batches.push(this.#pieces.join(''));
    return this.#batches.length === 1 ? (this.#batches[0] as string) : this.#batches.join('');
  }
}
