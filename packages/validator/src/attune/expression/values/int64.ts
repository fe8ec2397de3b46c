const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
const UINT64_MAX = 2n ** 64n - 1n;
const BEYOND_INT64 = 2 ** 63;

export const isInt64 = (value: bigint): boolean => value >= INT64_MIN && value <= INT64_MAX;

/** Whether Attune's JSON reader keeps the number as a whole one; beyond that it becomes a float. */
export const isWholeJson = (value: bigint): boolean => value >= INT64_MIN && value <= UINT64_MAX;

/** The whole part as Rust's `as i64` gives it: the nearest end beyond 64 bits, 0 for what is no number. */
export function toInt64Clamped(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= BEYOND_INT64) return INT64_MAX;
  if (value <= -BEYOND_INT64) return INT64_MIN;
  return BigInt(Math.trunc(value));
}

/** JSON knows no infinities, so Attune stores null in their place. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
