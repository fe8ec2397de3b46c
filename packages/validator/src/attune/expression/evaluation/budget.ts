import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import { DEFAULT_MAX_STEPS, MAX_VALUE_DEPTH } from '../limits.ts';

const CHARACTERS_PER_STEP = 8;

/** What an evaluation may still cost. Every loop over values asks before it starts. */
export class Budget {
  #left: number;
  readonly #limit: number;

  constructor(limit: number = DEFAULT_MAX_STEPS) {
    this.#left = limit;
    this.#limit = limit;
  }

  /** Takes steps; throws when there are not that many. */
  spend(steps: number, at: Span): void {
    this.#left -= steps;
    if (this.#left < 0) {
      throw new ExpressionError('budget', `takes more than ${this.#limit} steps`, at);
    }
  }

  /** Takes the steps for reading or building a text. */
  spendOnText(length: number, at: Span): void {
    this.spend(1 + Math.ceil(length / CHARACTERS_PER_STEP), at);
  }
}

/** Throws for values that nest deeper than the stack may follow. */
export function checkDepth(depth: number, at: Span): void {
  if (depth > MAX_VALUE_DEPTH) {
    throw new ExpressionError('budget', `the value nests deeper than ${MAX_VALUE_DEPTH} levels`, at);
  }
}
