import { isSchemaMap } from './schema-path.ts';
import { isNumeric } from './value-type.ts';

/** Equality of JSON values: numbers by value, mappings whatever the order of their keys. */
export function areEqual(a: unknown, b: unknown): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: 3n and 3 are one number
  if (isNumeric(a) && isNumeric(b)) return a == b;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => areEqual(item, b[index]));
  }
  if (!isSchemaMap(a) || !isSchemaMap(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && areEqual(a[key], b[key]))
  );
}
