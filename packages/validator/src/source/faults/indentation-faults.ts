import type { Span } from '../span.ts';
import { type FaultFound, syntaxFault, type YamlFix } from '../yaml-fault.ts';
import { excerpt, indentationAt, lineEndAt, lineStartAt, withIndentation } from './text-lines.ts';

/** A tab where only spaces count as indentation. */
export function tabInIndentation(text: string, tab: number): FaultFound {
  const fix = spacesForTabs(text, tab);
  const help = { hint: 'indent with spaces', ...(fix ? { fix } : {}) };
  return syntaxFault(tab, tab + 1, 'a tab stands where only spaces may indent', help);
}

/** The line of `start` is one space deeper than the block at column `column`, so it is not part of it. */
export function slippedLine(text: string, start: number, end: number, column: number): FaultFound {
  const lineStart = lineStartAt(text, start);
  const indentation = indentationAt(text, start);
  const message = `this line is indented by ${spaces(indentation)}, the lines around it by ${column}`;
  const span = { start: lineStart, end: Math.max(end, start + 1) };
  const fix = {
    title: `indent by ${spaces(column)}`,
    span: { start: lineStart, end: lineStart + indentation },
    newText: ' '.repeat(column),
  };
  if (column % 2 === 1 && indentsByTwo(text))
    return syntaxFault(span.start, span.end, message, { hint: 'indent both alike' });
  const hint = column === 0 ? 'begin it at the start of the line' : `indent it by ${column}`;
  return syntaxFault(span.start, span.end, message, { hint, fix });
}

/**
 * A line that looks like more of the `|` or `>` text above is not indented like it. The line is the culprit, or the
 * text's first line where that is all of it so far.
 */
export function outsideOfText(text: string, value: Span, start: number, end: number): FaultFound {
  const lastLine = lineStartAt(text, value.end);
  const isOneLine = lineStartAt(text, lastLine - 1) === lineStartAt(text, value.start);
  const [culprit, other] = isOneLine ? [value.end, start] : [start, value.end];
  const indentation = indentationAt(text, culprit);
  const expected = indentationAt(text, other);
  const lineStart = lineStartAt(text, culprit);
  const message = `this line is indented by ${spaces(indentation)}, the text around it by ${expected}`;
  const span = { start: lineStart, end: lineStart + indentation };
  return syntaxFault(lineStart, isOneLine ? value.end : end, message, {
    hint: `indent it by ${expected} if it belongs to the text`,
    fix: { title: `indent by ${spaces(expected)}`, span, newText: ' '.repeat(expected) },
  });
}

/** A value that is whole is followed by deeper lines. */
export function deeperAfterValue(
  text: string,
  value: { start: number; end: number },
  end: number,
): FaultFound {
  const shown = excerpt(text, value.start, value.end);
  const start = withIndentation(text, value.start);
  if (start === value.start) {
    const hint = 'remove the value, or indent the deeper lines like its key';
    return syntaxFault(start, end, `the value ${shown} is followed by deeper lines`, { hint });
  }
  const message = `the text that begins with ${shown} holds a ":" that reads as a key`;
  return syntaxFault(start, end, message, {
    hint: 'put ">" behind the key above, which begins a text of several lines',
  });
}

/**
 * A line stands deeper than the block at `column` and shallower than the block `inner` above it. Whichever of the
 * three is off the others' step is the culprit; the line itself when that does not tell.
 */
export function betweenBlocks(
  text: string,
  outer: { start: number; column: number },
  inner: { start: number; column: number },
  start: number,
  end: number,
): FaultFound {
  const indentation = indentationAt(text, start);
  const isOff = indentsByTwo(text) ? (column: number) => column % 2 === 1 : () => false;
  const outerIsOff = !isOff(indentation) && isOff(outer.column);
  const innerIsOff =
    isOff(inner.column) || (inner.column - outer.column > 2 && indentation - outer.column === 2);
  const culprit = outerIsOff ? outer.start : !isOff(indentation) && innerIsOff ? inner.start : start;
  const culpritEnd = culprit === start ? end : lineEndAt(text, culprit);
  const message =
    culprit === start
      ? `this line is indented by ${spaces(indentation)}, which fits no block above it`
      : `this block is indented by ${spaces(indentationAt(text, culprit))}, which does not fit the lines after it`;
  const hint =
    culprit === inner.start
      ? `indent it by ${indentation} like the lines after it, or add the key that it belongs to`
      : `the blocks here are indented by ${outer.column} and ${spaces(inner.column)}`;
  return syntaxFault(withIndentation(text, culprit), Math.max(culpritEnd, culprit + 1), message, { hint });
}

/** The first line of a document is indented, and a later one is not. */
export function indentedStart(text: string, start: number, isOneLine: boolean): FaultFound {
  const span = { start: lineStartAt(text, start), end: start };
  const help = isOneLine ? { fix: { title: 'remove the indentation', span, newText: '' } } : {};
  const message = `the first line is indented by ${spaces(start - span.start)}, a later one is not`;
  return syntaxFault(span.start, start, message, {
    hint: 'begin all top-level keys at the start of their lines',
    ...help,
  });
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

/** Whether the lines of a text are indented by even numbers of spaces, give or take a few slips. */
function indentsByTwo(text: string): boolean {
  let even = 0;
  let odd = 0;
  for (const [indentation] of text.matchAll(/^ +(?=\S)/gm)) {
    if (indentation.length % 2 === 0) even++;
    else odd++;
  }
  return even > odd * 4;
}

/** The fix for a line indented by tabs, when exactly one width of a tab brings it to a column that is in use. */
function spacesForTabs(text: string, tab: number): YamlFix | undefined {
  const start = lineStartAt(text, tab);
  const end = start + indentationAt(text, tab);
  // A tab behind a `-` or `?` is no part of what stands before its line.
  if (tab >= end) return undefined;
  const tabs = text.slice(start, end).split('\t').length - 1;
  const columns = columnsInUse(text, start);
  const widths = new Set(
    [2, 4, 8].map((width) => end - start + (width - 1) * tabs).filter((column) => columns.has(column)),
  );
  const [width] = widths;
  if (widths.size !== 1 || width === undefined) return undefined;
  return { title: `indent by ${spaces(width)}`, span: { start, end }, newText: ' '.repeat(width) };
}

/** The columns at which a line after `[0, end)` could begin without surprise. */
function columnsInUse(text: string, end: number): ReadonlySet<number> {
  const columns = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (let lineEnd = end; lineEnd > 0 && least > 0; ) {
    const start = lineStartAt(text, lineEnd - 1);
    const line = text.slice(start, lineEnd);
    lineEnd = start;
    const found = /^( *)((?:- +)*)[^\s#]/.exec(line);
    if (!found) continue;
    const column = (found[1] as string).length;
    if (column >= least && columns.size > 0) continue;
    if (columns.size === 0 && /:\s*$/.test(line)) columns.add(column + 2);
    columns.add(column);
    columns.add(column + (found[2] as string).length);
    least = column;
  }
  return columns;
}
