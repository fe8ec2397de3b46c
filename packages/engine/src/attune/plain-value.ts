import { type ExactJson, ExactNumber } from '@packwright/values';

/** A value as the checks of schemas take it: whole numbers keep every digit, others are doubles. */
export function plainValue(value: ExactJson): unknown {
  if (value instanceof ExactNumber) return numberOf(value.literal);
  if (value instanceof Map) {
    // Defined, not assigned, so that `__proto__` is a key like any other.
    const plain = {};
    for (const [key, inner] of value) {
      Object.defineProperty(plain, key, { value: plainValue(inner), enumerable: true });
    }
    return plain;
  }
  return Array.isArray(value) ? value.map(plainValue) : value;
}

/** A decoded value, such as a default, as exact JSON. */
export function exactValue(value: unknown): ExactJson {
  if (typeof value === 'number' || typeof value === 'bigint') return new ExactNumber(String(value));
  if (Array.isArray(value)) return value.map(exactValue);
  if (typeof value !== 'object' || value === null) return value as ExactJson;
  return new Map(Object.entries(value).map(([key, inner]) => [key, exactValue(inner)]));
}

function numberOf(literal: string): number | bigint {
  if (/^-?[0-9]+$/.test(literal) && !Number.isSafeInteger(Number(literal))) return BigInt(literal);
  return Number(literal);
}
