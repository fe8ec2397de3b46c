import { DOUBLE_QUOTE } from './characters.ts';
import { excerpt, lineEndAt, lineNumberAt, spansLines } from './text-lines.ts';
import { type FaultFound, syntaxFault } from './yaml-fault.ts';

/** The quote that opens at `start` meets no second one. */
export function unclosedQuote(text: string, start: number): FaultFound {
  return syntaxFault(start, lineEndAt(text, start), `the ${quoteName(text, start)} quote is never closed`, {
    hint: `close ${excerpt(text, start, text.length)}`,
  });
}

/**
 * The opening quote as the culprit, when what cannot go on follows a quoted text of several lines: the quote was
 * most likely left open, and the next quote of the file closed it.
 */
export function runawayQuote(text: string, quoted: { start: number; end: number }): FaultFound | undefined {
  const { start, end } = quoted;
  const c = text.charAt(start);
  if ((c !== '"' && c !== "'") || !spansLines(text, start, end)) return undefined;
  const line = lineNumberAt(text, end);
  return syntaxFault(
    start,
    lineEndAt(text, start),
    `the ${quoteName(text, start)} quote closes only on line ${line}`,
    {
      hint: `close ${excerpt(text, start, end)} on its own line`,
    },
  );
}

/** A line within a quoted text begins with `---` or `...`. */
export function markerInQuotes(text: string, opening: number, marker: number): FaultFound {
  const message = `the document marker "${text.slice(marker, marker + 3)}" stands inside a quoted text`;
  const hint = `close ${excerpt(text, opening, marker)}, or indent this line`;
  return syntaxFault(marker, marker + 3, message, { hint });
}

/** `\` before a character that it does not escape. */
export function unknownEscape(text: string, start: number, end: number): FaultFound {
  const written = text.slice(start, end);
  return syntaxFault(start, end, `"${written}" is not an escape`, {
    hint: `write "\\${written}", or use single quotes, where a backslash is an ordinary character`,
    fix: { title: 'double the backslash', span: { start, end: start + 1 }, newText: '\\\\' },
  });
}

function quoteName(text: string, start: number): string {
  return text.charCodeAt(start) === DOUBLE_QUOTE ? 'double' : 'single';
}
