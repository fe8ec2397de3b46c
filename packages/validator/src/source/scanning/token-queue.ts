import { Token } from './token.ts';

/** The tokens between scanner and parser. Token objects are used again once their queue was emptied. */
export class TokenQueue {
  /** The token added last, also after it was taken. */
  last: Token | undefined;
  readonly #tokens: Token[] = [];
  #head = 0;
  #tail = 0;

  get size(): number {
    return this.#tail - this.#head;
  }

  /** The first token; the queue must not be empty. */
  get first(): Token {
    return this.#tokens[this.#head] as Token;
  }

  removeFirst(): void {
    this.#head++;
    if (this.#head < this.#tail) return;
    this.#head = 0;
    this.#tail = 0;
  }

  /** A token at the end of the queue, for the caller to fill in. */
  add(): Token {
    let token = this.#tokens[this.#tail];
    if (token === undefined) {
      token = new Token();
      this.#tokens.push(token);
    }
    this.#tail++;
    this.last = token;
    token.implied = 0;
    token.mayBeKey = false;
    token.isForgotten = false;
    return token;
  }
}
