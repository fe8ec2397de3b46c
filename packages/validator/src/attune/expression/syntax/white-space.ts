// Unicode's White_Space, by which Attune goes; JavaScript's own notion adds U+FEFF and lacks U+0085.

/** Whether a UTF-16 unit is white space. */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  if (unit >= 0x2000 && unit <= 0x200a) return true;
  return [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(unit);
}

/** Where the text begins and ends without the white space around it; an empty range at the end when it is nothing else. */
export function trimmedRange(text: string, start = 0, end = text.length): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from++;
  while (to > from && isWhiteSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export function trimWhiteSpace(text: string): string {
  const { start, end } = trimmedRange(text);
  return text.slice(start, end);
}
