/** The value of a decoded document as JSON text; whole numbers beyond 2^53 keep all their digits. */
export function exampleJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(exampleJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${exampleJson(item)}`);
  return `{${entries.join(',')}}`;
}
