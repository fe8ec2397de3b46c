import type { NormalPath } from './normal-path.ts';

/** A normalised entry of `paths`, cut into segments; `**` stands for any number of them (specs/evershell 3.6). */
export type PathPattern = readonly string[];

/** Whether a pattern covers a path. The time is at most the product of their lengths. */
export function coversPath(pattern: PathPattern, path: NormalPath): boolean {
  return matches(pattern, path, (item) => item === '**', matchesSegment);
}

/** `*` alone is one segment that is not empty; within a segment it is any number of characters. */
function matchesSegment(pattern: string, segment: string): boolean {
  if (pattern === '*') return segment !== '';
  if (!pattern.includes('*')) return pattern === segment;
  return matches(
    [...pattern],
    [...segment],
    (item) => item === '*',
    (item, character) => item === character,
  );
}

/** The classic match with one kind of wildcard: on a misfit the last wildcard takes one item more. */
function matches(
  pattern: readonly string[],
  items: readonly string[],
  isWildcard: (item: string) => boolean,
  fits: (item: string, actual: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let wildcard = -1;
  let taken = 0;
  while (item < items.length) {
    const expected = pattern[at];
    if (expected !== undefined && isWildcard(expected)) {
      wildcard = at++;
      taken = item;
    } else if (expected !== undefined && fits(expected, items[item] as string)) {
      at++;
      item++;
    } else if (wildcard !== -1) {
      at = wildcard + 1;
      item = ++taken;
    } else return false;
  }
  return pattern.slice(at).every(isWildcard);
}
