import { DOUBLE_QUOTE } from '../scanning/characters.ts';
import type { Span } from '../span.ts';
import { type FaultFound, syntaxFault } from '../yaml-fault.ts';
import type { YamlNode } from '../yaml-node.ts';
import { excerpt, lineEndAt, lineNumberAt, spansLines } from './text-lines.ts';

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
export function runawayQuote(text: string, { start, end }: Span): FaultFound | undefined {
  const c = text.charAt(start);
  if ((c !== '"' && c !== "'") || !spansLines(text, start, end)) return undefined;
  const message = `the ${quoteName(text, start)} quote closes only on line ${lineNumberAt(text, end)}`;
  return syntaxFault(start, lineEndAt(text, start), message, {
    hint: `close ${excerpt(text, start, end)} on its own line`,
  });
}

/** The quotes of `value` as the culprit: left open too long, or closed too early by a quote within. */
export function brokenQuotes(
  text: string,
  value: YamlNode | undefined,
  misfit: Span,
): FaultFound | undefined {
  if (value?.kind !== 'scalar' || (value.style !== 'double' && value.style !== 'single')) return undefined;
  if (spansLines(text, value.end, misfit.start)) return undefined;
  const runaway = runawayQuote(text, value);
  if (runaway || misfit.start > value.end) return runaway;
  const end = lineEndAt(text, misfit.start);
  const isDouble = value.style === 'double';
  return syntaxFault(value.end - 1, end, `the quoted text ends before ${excerpt(text, misfit.start, end)}`, {
    hint: isDouble
      ? 'write \\" for a quote within double quotes'
      : "write '' for a quote within single quotes",
  });
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
