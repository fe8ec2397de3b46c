import type { Expression, ExpressionInput } from '../expression/compile-expression.ts';

/** What a debit comes to; nothing when it fails, or is no whole number from 0. */
export function amountOf(debit: number | Expression, input: ExpressionInput): number | undefined {
  if (typeof debit === 'number') return debit;
  try {
    const amount = numberOf(debit.evaluate(input));
    return Number.isSafeInteger(amount) && amount >= 0 ? amount : undefined;
  } catch {
    return undefined;
  }
}

/** An `int`, a `uint`, or a `double` of a JSON body that is whole. */
function numberOf(result: unknown): number {
  const value = typeof result === 'object' ? result?.valueOf() : result;
  return typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
}
