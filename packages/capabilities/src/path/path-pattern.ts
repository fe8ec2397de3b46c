import type { NormalPath } from './normal-path.ts';

/** A normalised entry of `paths`, cut into segments; `**` stands for any number of them (specs/evershell 3.6). */
export type PathPattern = readonly string[];

/** Whether a pattern covers a path. The time is at most the product of their lengths. */
export function coversPath(pattern: PathPattern, path: NormalPath): boolean {
  let at = 0;
  let segment = 0;
  // Where the last `**` stands, and the segment up to which it reaches; on a misfit it takes one more.
  let wildcard = -1;
  let taken = 0;
  while (segment < path.length) {
    const expected = pattern[at];
    if (expected === '**') {
      wildcard = at++;
      taken = segment;
    } else if (expected !== undefined && coversSegment(expected, path[segment] as string)) {
      at++;
      segment++;
    } else if (wildcard !== -1) {
      at = wildcard + 1;
      segment = ++taken;
    } else return false;
  }
  while (pattern[at] === '**') at++;
  return at === pattern.length;
}

/** `*` alone is one segment that is not empty; within a segment it is any number of characters. */
function coversSegment(pattern: string, segment: string): boolean {
  if (pattern === segment) return true;
  if (!pattern.includes('*')) return false;
  if (pattern === '*') return segment !== '';
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop() as string;
  if (segment.length < first.length + last.length) return false;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return false;
  const end = segment.length - last.length;
  let at = first.length;
  for (const part of parts) {
    const found = segment.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
