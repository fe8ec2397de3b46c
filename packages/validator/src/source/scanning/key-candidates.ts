import { keyWithoutColon } from '../faults/key-faults.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';

const LONGEST_KEY = 1024;

/** Knows, for each level of brackets, which token a `:` would turn into a key. */
export class KeyCandidates {
  /** How many brackets are open. */
  level = 0;
  /** Whether a key, or an indicator that opens a block collection, may begin here. */
  allowed = true;
  readonly #cursor: Cursor;
  readonly #candidates: (Token | undefined)[] = [undefined];
  /** Per level, the bracket that opened it, until a candidate begins within it. */
  readonly #brackets: (Token | undefined)[] = [undefined];
  #isOver = false;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** Notes a token that begins at the cursor, if a key may begin here. */
  note(token: Token, mustBeKey: boolean): void {
    if (this.allowed) {
      this.drop(this.level);
      token.mayBeKey = true;
      token.mustBeKey = mustBeKey;
      token.flowLevel = this.level;
      this.#candidates[this.level] = token;
      this.#brackets[this.level] = undefined;
    }
    this.allowed = false;
  }

  /** The token that the `:` at the cursor turns into a key, which is no candidate any more. */
  take(): Token | undefined {
    const token = this.#candidates[this.level];
    if (token === undefined || !this.#isFresh(token)) {
      this.drop(this.level);
      return undefined;
    }
    token.mayBeKey = false;
    this.#candidates[this.level] = undefined;
    return token;
  }

  /** Gives up the candidate of a level; throws where nothing but a key could have stood. */
  drop(level: number): void {
    const token = this.#candidates[level];
    if (token === undefined) return;
    if (token.mustBeKey) throw keyWithoutColon(this.#cursor.text, token);
    token.mayBeKey = false;
    this.#candidates[level] = undefined;
  }

  /** Gives up a candidate that no `:` can reach any more; whether it is still one. */
  settle(token: Token): boolean {
    if (this.#isFresh(token)) return true;
    this.drop(token.flowLevel);
    return false;
  }

  enter(bracket: Token): void {
    this.level++;
    this.#candidates[this.level] = undefined;
    this.#brackets[this.level] = bracket;
    this.allowed = true;
  }

  leave(): void {
    this.drop(this.level);
    const bracket = this.#brackets[this.level];
    if (bracket) bracket.isForgotten = true;
    if (this.level > 0) this.level--;
    this.allowed = false;
  }

  /** The text is over: no candidate becomes a key. */
  end(): void {
    this.#isOver = true;
  }

  /** A key ends on its own line, at most 1,024 characters after its start. */
  #isFresh(token: Token): boolean {
    const { pos, lineStart, text } = this.#cursor;
    if (token.start < lineStart || this.#isOver) return false;
    const units = pos - token.start;
    return (
      units <= LONGEST_KEY || (units <= 2 * LONGEST_KEY && characters(text, token.start, pos) <= LONGEST_KEY)
    );
  }
}

function characters(text: string, start: number, end: number): number {
  let count = 0;
  for (let pos = start; pos < end; pos++) if ((text.charCodeAt(pos) & 0xfc00) !== 0xdc00) count++;
  return count;
}
