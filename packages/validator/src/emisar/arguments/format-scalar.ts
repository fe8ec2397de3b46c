import { ExactNumber, formatGoDuration, toPlainDecimal } from '@packwright/values';
import { BoundDuration, type BoundValue } from './bound-value.ts';

/** The text of a bound value as a program gets it: a caller's number as written, others by the shortest decimal. */
export function formatScalar(value: Exclude<BoundValue, readonly unknown[]>): string {
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.literal;
  if (value instanceof BoundDuration) return formatGoDuration(value.nanoseconds);
  return typeof value === 'number' ? toPlainDecimal(value) : String(value);
}
