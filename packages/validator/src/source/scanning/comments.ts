import { CR, HASH, LF, SPACE, TAB } from './characters.ts';
import type { Cursor } from './cursor.ts';

const LONGEST_LOOK_FOR_COMMENT = 512;

/**
 * Tabs may not indent, but the reference looks for comments behind them: on the line of a token, and over whole lines
 * after a comment that stands alone on its line. Moves to the comment, or not at all.
 */
export function skipTabsToComment(cursor: Cursor, afterComment: boolean, followsToken: boolean): boolean {
  if (!afterComment && !followsToken) return false;
  const { text, pos, lineStart } = cursor;
  while (cursor.pos - pos < LONGEST_LOOK_FOR_COMMENT) {
    const c = text.charCodeAt(cursor.pos);
    if (c === HASH) return true;
    if (c === SPACE || c === TAB) cursor.pos++;
    else if (afterComment && (c === LF || c === CR)) cursor.skipBreak();
    else break;
  }
  cursor.pos = pos;
  cursor.lineStart = lineStart;
  return false;
}
