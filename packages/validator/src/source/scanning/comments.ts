import { CR, HASH, LF, SPACE, TAB } from './characters.ts';
import type { Cursor } from './cursor.ts';

const FARTHEST_COMMENT = 512;

/**
 * Tabs may not indent, but the reference looks for comments behind them: on the line of a token, which ended at
 * `tokenEnd`, and over whole lines after a comment that stood alone on its line and ended at `commentEnd`. Moves to
 * the comment, or not at all.
 */
export function skipTabsToComment(
  cursor: Cursor,
  tokenEnd: number | undefined,
  commentEnd: number | undefined,
): boolean {
  const from = commentEnd ?? tokenEnd;
  if (from === undefined) return false;
  const { text, pos, lineStart } = cursor;
  while (cursor.pos - from < FARTHEST_COMMENT) {
    const c = text.charCodeAt(cursor.pos);
    if (c === HASH) return true;
    if (c === SPACE || c === TAB) cursor.pos++;
    else if (commentEnd !== undefined && (c === LF || c === CR)) cursor.skipBreak();
    else break;
  }
  cursor.pos = pos;
  cursor.lineStart = lineStart;
  return false;
}
