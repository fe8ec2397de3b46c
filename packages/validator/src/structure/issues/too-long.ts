import type { Path } from '../locator.ts';
import type { Issue } from './report.ts';

const LONGEST = 65_536;

/** The issue with the longest text of a value, for a schema that cannot judge it. */
export function tooLong(value: unknown): Issue {
  let path: Path = [];
  let longest = 0;
  const open: [Path, unknown][] = [[[], value]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, inner] = next;
    if (typeof inner === 'string' && inner.length > longest) {
      path = at;
      longest = inner.length;
    }
    if (typeof inner !== 'object' || inner === null) continue;
    const isList = Array.isArray(inner);
    for (const [key, item] of Object.entries(inner)) open.push([[...at, isList ? Number(key) : key], item]);
  }
  const message = `at most ${LONGEST} characters`;
  return { code: 'too_big', origin: 'string', maximum: LONGEST, inclusive: true, path: [...path], message };
}
