import type { TokenKind } from '../scanning/token.ts';
import type { Span } from '../span.ts';
import { type FaultFound, syntaxFault } from '../yaml-fault.ts';
import type { YamlNode } from '../yaml-node.ts';
import { brokenQuotes } from './quote-faults.ts';
import { quotableRest, quoteHint } from './quoting.ts';
import { excerpt, indentationAt, lineEndAt, lineStartAt, spansLines } from './text-lines.ts';

/** What is wrong where neither a comma nor the end of the bracketed list or map that begins at `opening` follows. */
export function interruptedFlow(
  text: string,
  opening: number,
  last: YamlNode | undefined,
  kind: TokenKind,
  misfit: Span,
): FaultFound {
  const culprit =
    brokenTemplate(text, opening) ??
    brokenQuotes(text, last, misfit) ??
    leftOpen(text, opening, kind, misfit);
  if (culprit) return culprit;
  const { start, end } = misfit;
  const message = `"," or "${closingOf(text, opening)}" is missing before ${excerpt(text, start, end)}`;
  return syntaxFault(start, end, message, {
    hint: 'quote a text within brackets that holds ",", ":", "?", brackets or braces',
  });
}

/** What is wrong where a value must begin and none can; `opening` is the bracket that it would stand in. */
export function missingValue(
  text: string,
  kind: TokenKind,
  misfit: Span,
  opening: number | undefined,
): FaultFound {
  const culprit =
    opening === undefined
      ? undefined
      : (brokenTemplate(text, opening) ?? leftOpen(text, opening, kind, misfit));
  if (culprit) return culprit;
  const { start, end } = misfit;
  if (start === end) return syntaxFault(start, end, 'a value is missing here');
  return syntaxFault(start, end, `a value is missing before ${excerpt(text, start, end)}`, {
    hint: 'quote the value if this is part of it',
  });
}

/** `{{ … }}` without quotes is a map within a map, which breaks at the first `?` or at text behind it. */
export function brokenTemplate(text: string, opening: number): FaultFound | undefined {
  const start = text.startsWith('{{', opening) ? opening : opening - 1;
  if (!text.startsWith('{{', start)) return undefined;
  const rest = quotableRest(text, start);
  if (isWholeValue(text, start)) {
    const help = { hint: rest.hint, ...(rest.fix ? { fix: rest.fix } : {}) };
    return syntaxFault(start, rest.end, `the template ${excerpt(text, start, rest.end)} is not quoted`, help);
  }
  const closing = text.indexOf('}}', start);
  const end = closing >= 0 && closing < rest.end ? closing + 2 : rest.end;
  const message = `the template ${excerpt(text, start, end)} is not quoted`;
  return syntaxFault(start, end, message, { hint: quoteHint(text, start, end) });
}

/** Whether a value begins at `start` that ends with its line: behind `key: `, `- ` or nothing. */
function isWholeValue(text: string, start: number): boolean {
  return /^ *(- +)*([^\s#'"[{][^:]*: +)?$/.test(text.slice(lineStartAt(text, start), start));
}

/** The opening bracket as the culprit, when the text goes on outside of it. */
function leftOpen(text: string, opening: number, kind: TokenKind, misfit: Span): FaultFound | undefined {
  const isOutside =
    spansLines(text, opening, misfit.start) &&
    indentationAt(text, misfit.start) <= indentationAt(text, opening);
  if (!isOutside && kind !== 'stream-end') return undefined;
  return syntaxFault(opening, lineEndAt(text, opening), `"${text.charAt(opening)}" is never closed`, {
    hint: `close it with "${closingOf(text, opening)}"`,
  });
}

function closingOf(text: string, opening: number): string {
  return text.charAt(opening) === '[' ? ']' : '}';
}
