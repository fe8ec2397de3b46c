import { betweenBlocks, deeperAfterValue, indentedStart, slippedLine } from './indentation-faults.ts';
import { runawayQuote } from './quote-faults.ts';
import { quotableRest, quote } from './quoting.ts';
import { excerpt, indentationAt, lineEndAt, lineStartAt, spansLines, withIndentation } from './text-lines.ts';
import type { Token, TokenKind } from './token.ts';
import { type FaultFound, syntaxFault } from './yaml-fault.ts';
import type { YamlMap, YamlNode, YamlSeq } from './yaml-node.ts';

/** The token that does not fit, as the parser sees it. */
export interface Misfit extends Pick<Token, 'start' | 'end'> {
  readonly kind: TokenKind;
}

/** What is wrong where a block map or list can neither go on with `misfit` nor end before it. */
export function interruptedBlock(
  text: string,
  block: YamlMap | YamlSeq,
  final: YamlNode | undefined,
  misfit: Misfit,
): FaultFound {
  const runaway = runawayQuote(text, misfit);
  if (runaway) return runaway;
  const column = block.start - lineStartAt(text, block.start);
  const indentation = indentationAt(text, misfit.start);
  if (final === undefined) return strangeSibling(text, block.kind, misfit);
  const last = lastWithin(text, final, indentation);
  if (!spansLines(text, last.end, misfit.start)) return afterValue(text, last, misfit);
  if (indentation <= column) return strangeSibling(text, block.kind, misfit);
  if ((last.kind === 'map' || last.kind === 'seq') && !last.flow) {
    const inner = { start: last.start, column: last.start - lineStartAt(text, last.start) };
    return betweenBlocks(text, { start: block.start, column }, inner, misfit.start, misfit.end);
  }
  if (indentation - column < 2) return slippedLine(text, misfit.start, misfit.end, column);
  return deeperAfterValue(text, last, misfit.end);
}

/** What is wrong where something other than an end follows the root of the document. */
export function afterRoot(text: string, root: YamlNode, misfit: Misfit): FaultFound {
  if (!spansLines(text, root.end, misfit.start)) return afterValue(text, root, misfit);
  const isBlock = (root.kind === 'map' || root.kind === 'seq') && !root.flow;
  if (isBlock && indentationAt(text, misfit.start) < root.start - lineStartAt(text, root.start)) {
    return indentedStart(text, root.start, !spansLines(text, root.start, root.end));
  }
  const message = `the document ends before ${excerpt(text, misfit.start, lineEndAt(text, misfit.start))}`;
  return syntaxFault(withIndentation(text, misfit.start), misfit.end, message, {
    hint: 'a file holds one value: make it a map with a key on each line',
  });
}

/** What is wrong where a `:` finds no key: `value` is what stands before it, in a block at `column`. */
export function colonWithoutKey(
  text: string,
  colon: number,
  value: Token | undefined,
  column: number,
): FaultFound {
  if (value === undefined || value.kind !== 'scalar')
    return syntaxFault(colon, colon + 1, 'no key stands before ":"');
  const runaway = runawayQuote(text, value);
  if (runaway) return runaway;
  if (spansLines(text, value.start, colon)) {
    if (isBrokenKey(text, value.start, colon)) return brokenKey(text, value);
    const isSlip = column >= 0 && indentationAt(text, colon) - column < 2;
    return isSlip ? slippedLine(text, colon, colon + 1, column) : deeperAfterValue(text, value, colon + 1);
  }
  if (colon - value.start > 1024)
    return syntaxFault(value.start, colon + 1, 'a key has more than 1,024 characters');
  const { end, quoted } = quotableRest(text, value.start);
  return syntaxFault(
    colon,
    colon + 1,
    `the value ${excerpt(text, value.start, end)} holds a ":" that reads as a key`,
    {
      hint: quoted.length > 60 ? 'quote the value' : `quote the value: ${quoted}`,
    },
  );
}

/** Something stands where only a key may, and no `:` follows it. */
export function keyWithoutColon(text: string, key: Token): FaultFound {
  return runawayQuote(text, key) ?? brokenKey(text, key);
}

/** Whether a text that runs on to a `:` in a further line begins where a key would, as that line does. */
function isBrokenKey(text: string, start: number, colon: number): boolean {
  const column = start - lineStartAt(text, start);
  const lead = text.slice(start - column, start);
  const next = text.slice(lineStartAt(text, colon), colon);
  return /^ *(- +)*$/.test(lead) && /^ *[\w.-]+$/.test(next) && indentationAt(text, colon) === column;
}

function brokenKey(text: string, key: { start: number; end: number }): FaultFound {
  const start = withIndentation(text, key.start);
  const end = Math.max(Math.min(key.end, lineEndAt(text, key.start)), key.start + 1);
  const joined = /^([A-Za-z_][\w.-]*:)(?!\/\/)\S/.exec(text.slice(key.start, end))?.[1];
  if (joined === undefined) {
    const hint = 'write it as "key: value", or put ">" behind the key above to begin a text of several lines';
    return syntaxFault(start, end, `no ":" follows ${excerpt(text, key.start, end)}`, { hint });
  }
  const colonEnd = key.start + joined.length;
  const fix = { title: 'put a blank behind ":"', span: { start: colonEnd, end: colonEnd }, newText: ' ' };
  return syntaxFault(start, end, `no blank follows the ":" in ${excerpt(text, key.start, end)}`, {
    hint: `write "${joined} …"`,
    ...(/\w/.test(text.charAt(colonEnd)) ? { fix } : {}),
  });
}

/** What is wrong where neither a comma nor the end of the bracketed list or map that begins at `opening` follows. */
export function interruptedFlow(
  text: string,
  opening: number,
  last: YamlNode | undefined,
  misfit: Misfit,
): FaultFound {
  return (
    brokenTemplate(text, opening) ??
    brokenQuotes(text, last, misfit) ??
    leftOpen(text, opening, misfit) ??
    syntaxFault(
      misfit.start,
      misfit.end,
      `"," or "${closingOf(text, opening)}" is missing before ${shown(text, misfit)}`,
      {
        hint: 'quote a text within brackets that holds ",", ":", "?", brackets or braces',
      },
    )
  );
}

/** What is wrong where a value must begin and none can: within brackets when `opening` is given. */
export function missingValue(text: string, misfit: Misfit, opening: number | undefined): FaultFound {
  const broken =
    opening === undefined ? undefined : (brokenTemplate(text, opening) ?? leftOpen(text, opening, misfit));
  if (broken) return broken;
  if (misfit.start === misfit.end) return syntaxFault(misfit.start, misfit.end, 'a value is missing here');
  const message = `a value is missing before ${shown(text, misfit)}`;
  return syntaxFault(misfit.start, misfit.end, message, { hint: 'quote the text if this is part of it' });
}

/** Something follows a whole value on its line. */
function afterValue(text: string, value: YamlNode, misfit: Misfit): FaultFound {
  const better = brokenQuotes(text, value, misfit) ?? brokenTemplate(text, value.start);
  if (better) return better;
  const end = lineEndAt(text, misfit.start);
  const isKey = /^[\w.-]+:(\s|$)/.test(text.slice(misfit.start, end));
  return syntaxFault(
    misfit.start,
    end,
    `${excerpt(text, misfit.start, end)} follows a value that is already whole`,
    {
      hint: isKey ? 'begin it on a new line' : 'put all of the value in one pair of quotes',
    },
  );
}

function strangeSibling(text: string, kind: 'map' | 'seq', misfit: Misfit): FaultFound {
  const start = withIndentation(text, misfit.start);
  if (misfit.kind === 'value') return syntaxFault(start, misfit.end, 'no key stands before ":"');
  if (kind === 'map' && (misfit.kind === 'entry' || misfit.kind === 'block-seq-start')) {
    return syntaxFault(start, misfit.start + 1, 'a list item stands among the keys of a map', {
      hint: 'indent the list under its key, or give it a key of its own',
    });
  }
  if (kind === 'seq' && (misfit.kind === 'key' || misfit.kind === 'scalar')) {
    return syntaxFault(start, misfit.end, `${shown(text, misfit)} stands among the items of a list`, {
      hint: 'begin it with "- ", or move it to the column of the key that the list belongs to',
    });
  }
  return syntaxFault(start, misfit.end, `${shown(text, misfit)} does not fit here`);
}

/** A quoted value left open too long, or ended too early by a quote within it. */
function brokenQuotes(text: string, value: YamlNode | undefined, misfit: Misfit): FaultFound | undefined {
  if (value?.kind !== 'scalar' || (value.style !== 'double' && value.style !== 'single')) return undefined;
  if (spansLines(text, value.end, misfit.start)) return undefined;
  const runaway = runawayQuote(text, value);
  if (runaway || misfit.start > value.end) return runaway;
  const end = lineEndAt(text, misfit.start);
  return syntaxFault(value.end - 1, end, `the quoted text ends before ${excerpt(text, misfit.start, end)}`, {
    hint:
      value.style === 'double'
        ? 'write \\" for a quote within double quotes'
        : "write '' for a quote within single quotes",
  });
}

/** `{{ … }}` without quotes is a map within a map, which breaks at the first `?` or at text behind it. */
function brokenTemplate(text: string, opening: number): FaultFound | undefined {
  const start = text.startsWith('{{', opening) ? opening : opening - 1;
  if (!text.startsWith('{{', start)) return undefined;
  const rest = quotableRest(text, start);
  const isWholeValue = /(^|[\n\r]) *(- +)*([^\s#'"[{][^:]*: +)?$/.test(
    text.slice(lineStartAt(text, start), start),
  );
  const closing = text.indexOf('}}', start);
  const end = !isWholeValue && closing > 0 && closing < rest.end ? closing + 2 : rest.end;
  const template = text.slice(start, end);
  return syntaxFault(start, end, `the template ${excerpt(text, start, end)} is not quoted`, {
    hint: `quote it: ${isWholeValue ? rest.quoted : quote(template)}`,
    ...(isWholeValue && rest.fix ? { fix: rest.fix } : {}),
  });
}

function leftOpen(text: string, opening: number, misfit: Misfit): FaultFound | undefined {
  const isOutside =
    spansLines(text, opening, misfit.start) &&
    indentationAt(text, misfit.start) <= indentationAt(text, opening);
  if (!isOutside && misfit.kind !== 'stream-end') return undefined;
  return syntaxFault(opening, lineEndAt(text, opening), `"${text.charAt(opening)}" is never closed`, {
    hint: `close it with "${closingOf(text, opening)}"`,
  });
}

function closingOf(text: string, opening: number): string {
  return text.charAt(opening) === '[' ? ']' : '}';
}

function shown(text: string, misfit: Misfit): string {
  return excerpt(text, misfit.start, Math.max(misfit.end, misfit.start + 1));
}

/** The innermost last part of a node that a line with this indentation can interrupt. */
function lastWithin(text: string, node: YamlNode, indentation: number): YamlNode {
  if (node.kind === 'scalar' || node.kind === 'alias' || node.flow) return node;
  const last = node.kind === 'map' ? node.pairs.at(-1)?.value : node.items.at(-1);
  const isInner = node.start - lineStartAt(text, node.start) <= indentation;
  return last && isInner ? lastWithin(text, last, indentation) : node;
}
