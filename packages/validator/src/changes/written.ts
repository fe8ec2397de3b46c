const MOST = 200;

/** A value as JSON on one line, cut where it is long. */
export function written(value: unknown): string {
  const text = inFull(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

/** Whether two values say the same; the order of keys does not count, and 1 and 1n are one number. */
export function isSame(a: unknown, b: unknown): boolean {
  return inFull(a ?? null) === inFull(b ?? null);
}

/** A value as text that is the same for the same value only, whatever its length. */
export function inFull(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  // JSON has no word for them, and would write null.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(inFull).join(', ')}]`;
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const members = entries
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}: ${inFull(item)}`);
    return `{${members.join(', ')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
