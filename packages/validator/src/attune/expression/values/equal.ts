import type { Span } from '../../../source/span.ts';
import { type Budget, checkDepth } from '../evaluation/budget.ts';
import { type ExpressionValue, isList, isObject } from './expression-value.ts';

type SameNumber = (a: bigint | number, b: bigint | number) => boolean;

/**
 * Equality of expressions (`==`, `in`, `unique`): `3` equals `3.0`. Numbers are compared as floats, as Attune does,
 * so that two whole numbers beyond 2^53 may count as equal although they differ.
 */
export function isEqual(a: ExpressionValue, b: ExpressionValue, budget: Budget, at: Span): boolean {
  return new Comparison((x, y) => Number(x) === Number(y), budget, at).same(a, b, 0);
}

/** Equality of JSON values, as conditions in list form have it: `3` is not `3.0`. */
export function isSameJson(a: ExpressionValue, b: ExpressionValue, budget: Budget, at: Span): boolean {
  return new Comparison((x, y) => x === y, budget, at).same(a, b, 0);
}

class Comparison {
  readonly #sameNumber: SameNumber;
  readonly #budget: Budget;
  readonly #at: Span;

  constructor(sameNumber: SameNumber, budget: Budget, at: Span) {
    this.#sameNumber = sameNumber;
    this.#budget = budget;
    this.#at = at;
  }

  same(a: ExpressionValue, b: ExpressionValue, depth: number): boolean {
    this.#budget.spend(1, this.#at);
    checkDepth(depth, this.#at);
    if (isNumber(a) && isNumber(b)) return this.#sameNumber(a, b);
    if (isList(a)) {
      return (
        isList(b) && a.length === b.length && a.every((item, i) => this.same(item, b[i] ?? null, depth + 1))
      );
    }
    if (isObject(a)) return isObject(b) && a.size === b.size && this.#sameEntries(a, b, depth + 1);
    return a === b;
  }

  #sameEntries(
    a: ReadonlyMap<string, ExpressionValue>,
    b: ReadonlyMap<string, ExpressionValue>,
    depth: number,
  ): boolean {
    for (const [key, value] of a) {
      const other = b.get(key);
      if (other === undefined || !this.same(value, other, depth)) return false;
    }
    return true;
  }
}

const isNumber = (value: ExpressionValue): value is bigint | number =>
  typeof value === 'bigint' || typeof value === 'number';
