// How problems with values are worded.

/** What is wrong with a value, without its place. */
export interface ValueWords {
  /** To be read behind the name of the place: `is 5, above 3`. */
  readonly message: string;
  readonly hint?: string;
}

/** What a value is, for "is …". */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return typeof value === 'object' ? 'a mapping' : String(value);
}

/** A value as an author could write it on one line. */
export const written = (value: unknown) =>
  typeof value === 'string'
    ? value
    : (JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? 'null');

export const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
