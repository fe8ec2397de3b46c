import type { SourceText } from '../source/source-text.ts';
import type { Span } from '../source/span.ts';
import { type Cell, cells } from './cells.ts';

/** One row of a code frame: a line of the author's file, the marks below it, or lines left out. */
export type FrameRow =
  | { readonly kind: 'source'; readonly line: number; readonly text: string }
  | { readonly kind: 'marks'; readonly indent: number; readonly length: number }
  | { readonly kind: 'gap' };

const MOST_LINES = 3;

/**
 * The lines a span covers, each followed by marks under exactly the covered part; no text is wider than `width`.
 * Long lines are cut around the span, long spans shown by their first and last line; an empty text gives no rows.
 */
export function frame(source: SourceText, span: Span, width: number): FrameRow[] {
  if (source.text === '') return [];
  const { start, end } = withoutTrailingSpace(source, span);
  const first = source.position(start).line;
  const last = Math.max(first, source.position(end).line);
  const rows: FrameRow[] = [];
  for (let line = first; line <= last; line++) {
    if (line === first + 1 && last - first >= MOST_LINES) {
      rows.push({ kind: 'gap' });
      line = last;
    }
    rows.push(...lineRows(source, line, { start, end }, width));
  }
  return rows;
}

function withoutTrailingSpace(source: SourceText, { start, end }: Span): Span {
  let stop = Math.min(end, source.text.length);
  while (stop > start && /\s/.test(source.text[stop - 1] as string)) stop--;
  // A span of nothing but space is the fault itself; it ends with its line.
  if (stop <= start) return { start, end: Math.min(end, endOfLine(source, start)) };
  return { start, end: stop };
}

function endOfLine(source: SourceText, offset: number): number {
  const { line } = source.position(offset);
  return (source.lineStarts[line - 1] ?? 0) + source.line(line).length;
}

function lineRows(source: SourceText, line: number, span: Span, width: number): FrameRow[] {
  const raw = source.line(line);
  // A byte order mark belongs to the encoding; a reader never sees it.
  const mark = line === 1 && raw.startsWith('\ufeff') ? 1 : 0;
  const text = raw.slice(mark);
  const lineStart = (source.lineStarts[line - 1] ?? 0) + mark;
  const indentation = text.length - text.trimStart().length;
  const from = span.start >= lineStart - mark ? clamp(span.start - lineStart, text.length) : indentation;
  const to = Math.max(from, clamp(span.end - lineStart, text.length));
  const view = cut(text, from, to, width);
  const shown: FrameRow = { kind: 'source', line, text: view.text };
  // A blank line in the middle of a span has nothing to mark.
  if (text.trim() === '' && span.start < lineStart) return [shown];
  return [shown, { kind: 'marks', indent: view.indent, length: view.length }];
}

interface View {
  readonly text: string;
  readonly indent: number;
  readonly length: number;
}

function cut(text: string, from: number, to: number, width: number): View {
  // Only the neighbourhood of the span is looked at, so a line of megabytes costs no more than a short one.
  const low = boundary(text, Math.max(0, from - 4 * width));
  const high = boundary(text, Math.min(text.length, from + 8 * width));
  const near = cells(text.slice(low, high));
  const before = sum(near.filter((cell) => low + cell.end <= from));
  const marked = Math.max(1, sum(near.filter((cell) => low + cell.end > from && low + cell.start < to)));
  const whole = low === 0 && high === text.length && sum(near) <= width;
  if (whole) return { text: show(near), indent: before, length: marked };
  const skip = low === 0 && before + Math.min(marked, width >> 1) < width ? 0 : before - (width >> 2);
  return trimmed(near, { skip, before, marked, width, more: high < text.length, less: low > 0 });
}

interface Cut {
  readonly skip: number;
  readonly before: number;
  readonly marked: number;
  readonly width: number;
  readonly less: boolean;
  readonly more: boolean;
}

function trimmed(near: readonly Cell[], { skip, before, marked, width, less, more }: Cut): View {
  const kept: Cell[] = [];
  const cutLeft = less || skip > 0;
  let column = 0;
  let dropped = 0;
  let used = cutLeft ? 1 : 0;
  let cutRight = more;
  for (const cell of near) {
    if (column < skip) dropped = column + cell.width;
    else if (used + cell.width <= width - 1) used += kept.push(cell) && cell.width;
    else {
      cutRight = true;
      break;
    }
    column += cell.width;
  }
  const indent = before - dropped + (cutLeft ? 1 : 0);
  const text = `${cutLeft ? '…' : ''}${show(kept)}${cutRight ? '…' : ''}`;
  return { text, indent, length: Math.max(1, Math.min(marked, used - indent)) };
}

/** Moves an offset off the middle of a surrogate pair. */
const boundary = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
};

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
const sum = (list: readonly Cell[]): number => list.reduce((total, cell) => total + cell.width, 0);
const show = (list: readonly Cell[]): string => list.map((cell) => cell.shown).join('');
