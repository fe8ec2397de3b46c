import { isBreak, NUL, SPACE, TAB } from '../scanning/characters.ts';

/** Where the line of an offset begins. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the line of an offset ends, blanks at its end left out. */
export function lineEndAt(text: string, offset: number): number {
  let end = lineBreakAt(text, offset);
  while (end > offset && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** How far an offset is from the start of its line. */
export function columnAt(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

/** How many blanks the line of an offset begins with. */
export function indentationAt(text: string, offset: number): number {
  const start = lineStartAt(text, offset);
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return end - start;
}

/** The offset itself, or the start of its line when only blanks stand before it. */
export function withIndentation(text: string, offset: number): number {
  const column = columnAt(text, offset);
  return indentationAt(text, offset) === column ? offset - column : offset;
}

/** Whether a line end stands within `[start, end)`. */
export function spansLines(text: string, start: number, end: number): boolean {
  return lineStartAt(text, end) > start;
}

/** The number of the line of an offset, counted from 1. */
export function lineNumberAt(text: string, offset: number): number {
  let number = 1;
  for (let start = lineStartAt(text, offset); start > 0; start = lineStartAt(text, start - 1)) number++;
  return number;
}

/** The first offset behind the blanks of the next line that holds something, or undefined. */
export function nextLineAt(text: string, offset: number): number | undefined {
  let pos = lineBreakAt(text, offset);
  while (isBlank(text.charCodeAt(pos)) || isBreak(text.charCodeAt(pos))) pos++;
  return isEnd(text, pos) ? undefined : pos;
}

const LONGEST_EXCERPT = 40;

/** A short quotation of `[start, end)` for a message: its first line, cut where it is long, in quotes of its own or ours. */
export function excerpt(text: string, start: number, end: number): string {
  const line = text.slice(start, Math.min(Math.max(end, start + 1), lineEndAt(text, start)));
  const short = line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT - 1).trimEnd()}…` : line;
  return /^["']/.test(short) ? short : `"${short}"`;
}

function lineBreakAt(text: string, offset: number): number {
  let end = offset;
  while (!isEnd(text, end) && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

function isEnd(text: string, offset: number): boolean {
  return offset >= text.length || text.charCodeAt(offset) === NUL;
}

function isBlank(c: number): boolean {
  return c === SPACE || c === TAB;
}
