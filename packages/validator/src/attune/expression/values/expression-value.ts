/**
 * A value of the expression language. Whole numbers are `bigint`, those with a fraction part `number`: Attune tells
 * `2` from `2.0`, and only the former picks an entry of a list. Objects are Maps, so that `__proto__` is a key like
 * any other.
 */
export type ExpressionValue =
  | null
  | boolean
  | string
  | bigint
  | number
  | readonly ExpressionValue[]
  | ExpressionObject;

export type ExpressionObject = ReadonlyMap<string, ExpressionValue>;

export const isList = (value: ExpressionValue): value is readonly ExpressionValue[] => Array.isArray(value);

export const isObject = (value: ExpressionValue): value is ExpressionObject => value instanceof Map;

/** Null, false, zero and whatever is empty count as false; all else as true. */
export function isTruthy(value: ExpressionValue): boolean {
  if (value === null) return false;
  if (isList(value)) return value.length > 0;
  if (isObject(value)) return value.size > 0;
  return Boolean(value);
}
