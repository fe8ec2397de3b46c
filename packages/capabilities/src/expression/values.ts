import { type ExactJson, ExactNumber, toInt64, toPlainDecimal } from '@packwright/values';

/**
 * A JSON object, or headers, as an expression sees it. To the CEL library it is a `Map`; only its entries are hidden,
 * because the library would look into them to name its type exactly, and keeps every such type for ever.
 */
export class Members extends Map<string, unknown> {
  override entries(): MapIterator<[string, unknown]> {
    return new Map<string, unknown>().entries();
  }
}
// What the library asks to find out the type of a value.
Object.defineProperty(Members.prototype, 'constructor', { value: Map });

/** A JSON value as an expression sees it: whole numbers written as such are `int`, as far as 64 bits go. */
export function expressionValue(value: ExactJson): unknown {
  if (value instanceof ExactNumber) return numberOf(value);
  if (value instanceof Map) {
    return new Members([...value].map(([key, item]) => [key, expressionValue(item)] as const));
  }
  return Array.isArray(value) ? value.map(expressionValue) : value;
}

function numberOf(number: ExactNumber): bigint | number {
  const whole = /[.eE]/.test(number.literal) ? undefined : toInt64(number);
  return whole ?? Number(number.literal);
}

/** How many values a JSON value is made of, itself included. */
export function countValues(value: ExactJson): number {
  if (value instanceof ExactNumber || typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const item of value instanceof Map ? value.values() : (value as readonly ExactJson[]))
    count += countValues(item);
  return count;
}

/** The result of an expression as the text of a header; nothing for what has no plain text. */
export function textOf(result: unknown): string | undefined {
  if (typeof result === 'string') return result;
  if (typeof result === 'bigint' || typeof result === 'boolean') return String(result);
  if (typeof result === 'number') return Number.isFinite(result) ? toPlainDecimal(result) : undefined;
  return isUnsigned(result) ? String(result) : undefined;
}

/** The result of an expression as JSON; nothing for bytes, times and types. */
export function jsonOf(result: unknown): ExactJson | undefined {
  if (result === null || typeof result === 'string' || typeof result === 'boolean') return result;
  if (typeof result === 'bigint' || isUnsigned(result)) return new ExactNumber(String(result));
  if (typeof result === 'number')
    return Number.isFinite(result) ? new ExactNumber(JSON.stringify(result)) : undefined;
  if (Array.isArray(result)) {
    const items = result.map(jsonOf);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (result instanceof Map) return objectOf(result);
  const isObject = typeof result === 'object' && Object.getPrototypeOf(result) === Object.prototype;
  return isObject ? objectOf(Object.entries(result)) : undefined;
}

function objectOf(entries: Iterable<readonly [unknown, unknown]>): ExactJson | undefined {
  const members = new Map<string, ExactJson>();
  for (const [key, value] of entries) {
    const name = textOf(key);
    const json = jsonOf(value);
    if (name === undefined || json === undefined) return undefined;
    members.set(name, json);
  }
  return members;
}

/** The library's `uint`. */
function isUnsigned(result: unknown): boolean {
  return typeof result === 'object' && result !== null && typeof result.valueOf() === 'bigint';
}
