const BATCH = 4096;

/** Builds a long text from many short pieces; joins in batches, since one long `+=` chain costs 50 bytes a piece. */
export class TextPieces {
  #pieces: string[] = [];
  readonly #batches: string[] = [];

  add(piece: string): void {
    if (this.#pieces.push(piece) < BATCH) return;
    this.#batches.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  join(): string {
    const rest = this.#pieces.join('');
    return this.#batches.length === 0 ? rest : this.#batches.join('') + rest;
  }
}
