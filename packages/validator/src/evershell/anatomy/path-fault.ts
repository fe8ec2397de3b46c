import { isWellFormed, utf8Length } from '@packwright/values';
import { LIMITS } from './limits.ts';

/** What is wrong with a path of a pack (specs/evershell 1.4), in words that follow the path; undefined for nothing. */
export function pathFault(path: string): string | undefined {
  const segments = path.split('/');
  if (path.includes('\ufffd') || !isWellFormed(path)) return 'is not UTF-8';
  if (/\p{Cc}/u.test(path)) return 'holds a control character';
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  if (segments.includes('..')) return 'leads out with ".."';
  if (segments.includes('.') || segments.includes('')) return 'has a segment that is empty or "."';
  if (segments.some((segment) => utf8Length(segment) > LIMITS.segmentBytes)) {
    return `has a name of more than ${LIMITS.segmentBytes} bytes`;
  }
  if (utf8Length(path) > LIMITS.pathBytes) return `is longer than ${LIMITS.pathBytes} bytes`;
  // The last segment of a path is the entry itself, in a directory that counts as a level.
  return segments.length > LIMITS.levels + 1 ? `is more than ${LIMITS.levels} levels deep` : undefined;
}
