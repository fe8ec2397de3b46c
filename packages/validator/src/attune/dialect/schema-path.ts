/** Where something stands inside a schema or a value; numbers are places in lists. */
export type SchemaPath = readonly (string | number)[];

/** A mapping as the decoder gives it: text keys, no prototype to mind. */
export type SchemaMap = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping with text keys. */
export function isSchemaMap(value: unknown): value is SchemaMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The value under a key of its own, or undefined. */
export const own = (map: SchemaMap, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined);

/** Sets a key of its own, also one named `__proto__`. */
export function put(map: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}
