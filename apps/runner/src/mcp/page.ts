/** How much of a list one answer holds, in characters of JSON (specs/emisar 8.5). */
const MOST_CHARACTERS = 512 * 1024;

/** A part of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor?: string;
}

/**
 * The items behind a cursor, as many as an answer holds and at least one. The list has to be sorted by its keys; a
 * cursor is the last key seen, so it stays good when the list changes meanwhile.
 */
export function pageOf<Item>(
  list: readonly Item[],
  keyOf: (item: Item) => string,
  cursor: string | undefined,
): Page<Item> {
  const start = cursor === undefined ? 0 : list.findIndex((item) => keyOf(item) > cursor);
  if (start < 0) return { items: [] };
  let characters = 0;
  let end = start;
  for (; end < list.length; end++) {
    characters += JSON.stringify(list[end]).length;
    if (characters > MOST_CHARACTERS && end > start) break;
  }
  const last = list[end - 1];
  const more = end < list.length && last !== undefined;
  return { items: list.slice(start, end), ...(more && { nextCursor: keyOf(last) }) };
}
