import type { HeaderFields } from './request.ts';

/** Header values by lower-case name, in the order of arrival. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Headers of which case and repetition make no difference any more. */
export function normalHeaders(fields: HeaderFields = {}): Headers {
  const headers = new Map<string, string[]>();
  for (const [name, value] of Object.entries(fields)) {
    const values = typeof value === 'string' ? [value] : value;
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), ...values]);
  }
  return headers;
}

/** How many characters headers hold. */
export function countCharacters(headers: Headers): number {
  let count = 0;
  for (const [name, values] of headers)
    count += name.length + values.reduce((sum, { length }) => sum + length, 0);
  return count;
}
