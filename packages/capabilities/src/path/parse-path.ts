import type { ProblemDetails } from '../problem.ts';
import { quote } from '../quote.ts';
import { type RefusedEntry, refused } from '../refused-entry.ts';
import { normalEncoding, normalPath } from './normal-path.ts';
import type { PathPattern } from './path-pattern.ts';

/** A pattern, or why an entry of `paths` is none. */
export type ParsedPath = { readonly ok: true; readonly pattern: PathPattern } | RefusedEntry;

/** Reads one entry of `paths`, which the schema has begin with `/` (specs/evershell 3.6). */
export function parsePath(entry: string): ParsedPath {
  if (/[?#]/.test(entry)) {
    const hint = `write ${quote(entry.replace(/[?#].*$/s, ''))}; the query is not part of the path`;
    return refused('path_query', `${quote(entry)} has a query or a fragment`, hint);
  }
  if (/[[\]{}]/.test(entry)) {
    return refused(
      'path_glob',
      `${quote(entry)} has brackets, which are no wildcards here`,
      'use "*" and "**" only',
      templated(entry),
    );
  }
  const segments = entry.split('/');
  if (segments.some((segment) => segment.includes('**') && segment !== '**')) {
    const hint = 'write "**" as a whole segment, or a single "*" within one';
    return refused('path_glob', `${quote(entry)} has "**" beside text`, hint);
  }
  const pattern = normalPath(entry);
  if (pattern) return { ok: true, pattern };
  const why =
    normalEncoding(entry) === undefined ? 'has a "%" without two digits' : 'is a path that is refused';
  return refused(
    'path_unreachable',
    `${quote(entry)} ${why}`,
    'leave out "//", "/./", "/../" and encoded slashes',
  );
}

/** Of a path whose braces each name one whole segment, as API documents have them, the pattern that it stands for. */
function templated(entry: string): ProblemDetails {
  const segments = entry.split('/').map((segment) => segment.replace(/^\{[A-Za-z0-9_-]+\}$/, '*'));
  const pattern = segments.join('/');
  return pattern !== entry && parsePath(pattern).ok ? { instead: pattern } : {};
}
