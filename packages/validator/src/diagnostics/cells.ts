import { visible } from './visible.ts';

/** One character as a reader sees it: where it stands in the line, how it is shown, and how many columns it takes. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly width: number;
}

const TAB_STOP = 4;
const PLAIN = /^[\x20-\x7e]*$/;
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /^[\p{M}\u200c\u200d]+$/u;

// Made when first needed: it costs milliseconds, and most runs show nothing but plain text.
let graphemes: Intl.Segmenter | undefined;

/** The cells of one line, from left to right. Tabs reach to the next tab stop, hidden characters are spelled out. */
export function cells(line: string): Cell[] {
  if (PLAIN.test(line))
    return Array.from(line, (shown, start) => ({ start, end: start + 1, shown, width: 1 }));
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const found: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes.segment(line)) {
    const shown = segment === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : visible(segment);
    const width = shown === segment ? columnsOf(segment) : shown.length;
    found.push({ start: index, end: index + segment.length, shown, width });
    column += width;
  }
  return found;
}

/** How many terminal columns a line of text takes. */
export function textWidth(line: string): number {
  if (PLAIN.test(line)) return line.length;
  return cells(line).reduce((sum, cell) => sum + cell.width, 0);
}

function columnsOf(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
