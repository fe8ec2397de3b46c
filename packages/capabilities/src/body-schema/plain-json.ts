import { type ExactJson, ExactNumber } from '@packwright/values';

/** A JSON value as the interpreter takes it, and what the limits are about. */
export interface PlainJson {
  readonly value: unknown;
  /** Every key of every object, once. */
  readonly keys: ReadonlySet<string>;
  readonly longestList: number;
}

/** A value in plain JavaScript, numbers as doubles; nothing when it holds a number that no double is near to. */
export function plainJson(json: ExactJson): PlainJson | undefined {
  const keys = new Set<string>();
  let longestList = 0;
  let hasDoubles = true;
  const value = plain(json);
  return hasDoubles ? { value, keys, longestList } : undefined;

  function plain(part: ExactJson): unknown {
    if (part instanceof ExactNumber) {
      const number = Number(part.literal);
      if (!Number.isFinite(number)) hasDoubles = false;
      return number;
    }
    if (part instanceof Map) {
      // Without a prototype `__proto__` is a key like any other.
      const object: Record<string, unknown> = Object.create(null);
      for (const [key, item] of part) {
        keys.add(key);
        object[key] = plain(item);
      }
      return object;
    }
    if (!Array.isArray(part)) return part;
    longestList = Math.max(longestList, part.length);
    return part.map(plain);
  }
}
