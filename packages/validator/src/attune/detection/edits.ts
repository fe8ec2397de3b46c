import type { Edit, Place } from './place.ts';

/** The value is another. */
export function write(place: Place, text: string): Edit[] {
  const { start, end } = place.pair.value;
  return isShort(place) ? [{ start, end, text }] : [];
}

/** The key is another. */
export function rename({ pair }: Place, text: string): Edit[] {
  return [{ start: pair.key.start, end: pair.key.end, text }];
}

/** One more line stands above the key. */
export function above(place: Place, line: string): Edit[] {
  const { start } = place.pair.key;
  const indent = indentOf(place);
  return indent === undefined ? [] : [{ start, end: start, text: `${line}\n${indent}` }];
}

/** The line of the key is gone. */
export function drop(place: Place): Edit[] {
  const { text, pair } = place;
  const indent = indentOf(place);
  if (indent === undefined || !isShort(place)) return [];
  const lineEnd = text.indexOf('\n', pair.value.end);
  return [{ start: pair.key.start - indent.length, end: lineEnd < 0 ? text.length : lineEnd + 1, text: '' }];
}

/** The value is another, once for each text. */
export function anyOf(place: Place, texts: readonly string[]): Edit[] {
  return texts.flatMap((text) => write(place, text));
}

/** The text of a scalar, without its quotes. */
export function scalar({ pair }: Place): string | undefined {
  return pair.value.kind === 'scalar' ? pair.value.value : undefined;
}

/** Whether the value is a scalar, or a list or mapping in brackets, on the line of its key. */
export function isShort({ text, pair }: Place): boolean {
  return !text.slice(pair.key.start, pair.value.end).includes('\n');
}

/** The blanks before a key that begins its line; undefined for one that does not. */
function indentOf({ text, pair }: Place): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', pair.key.start - 1) + 1, pair.key.start);
  return before.trim() === '' ? before : undefined;
}
