/** A set of code points as pairs of first and last; `negated` turns it round. */
export interface CharSet {
  readonly ranges: readonly number[];
  readonly negated: boolean;
}

export const DIGITS = [0x30, 0x39];
export const WORD = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
export const SPACE = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];
export const LINE_FEED = [0x0a, 0x0a];
const LAST_CODE_POINT = 0x10ffff;

/** The ranges of every code point outside the given ones, which have to be in order and apart. */
export function complement(ranges: readonly number[]): readonly number[] {
  const rest: number[] = [];
  let next = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    const first = ranges[i] as number;
    if (first > next) rest.push(next, first - 1);
    next = (ranges[i + 1] as number) + 1;
  }
  rest.push(next, LAST_CODE_POINT);
  return rest;
}

/** Whether the code point is a member. */
export function has({ ranges, negated }: CharSet, codePoint: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (codePoint >= (ranges[i] as number) && codePoint <= (ranges[i + 1] as number)) return !negated;
  }
  return negated;
}
