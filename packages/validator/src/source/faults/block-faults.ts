import type { TokenKind } from '../scanning/token.ts';
import type { Span } from '../span.ts';
import { type FaultFound, syntaxFault } from '../yaml-fault.ts';
import type { YamlMap, YamlNode, YamlSeq } from '../yaml-node.ts';
import { brokenTemplate } from './flow-faults.ts';
import {
  betweenBlocks,
  deeperAfterValue,
  indentedStart,
  outsideOfText,
  slippedLine,
} from './indentation-faults.ts';
import { brokenQuotes, runawayQuote } from './quote-faults.ts';
import { columnAt, excerpt, indentationAt, lineEndAt, spansLines, withIndentation } from './text-lines.ts';

/** What is wrong where a block map or list, `final` being its last part, can neither go on with `misfit` nor end. */
export function interruptedBlock(
  text: string,
  block: YamlMap | YamlSeq,
  final: YamlNode | undefined,
  kind: TokenKind,
  misfit: Span,
): FaultFound {
  const { start, end } = misfit;
  const runaway = runawayQuote(text, misfit);
  if (runaway) return runaway;
  const column = columnAt(text, block.start);
  const indentation = indentationAt(text, start);
  const last = final === undefined ? undefined : lastWithin(text, final, indentation);
  if (last && !spansLines(text, last.end, start)) return afterValue(text, last, misfit);
  if (last === undefined || indentation <= column) return strangeSibling(text, block.kind, kind, misfit);
  if (isBlock(last)) {
    const inner = { start: last.start, column: columnAt(text, last.start) };
    return betweenBlocks(text, { start: block.start, column }, inner, start, end);
  }
  if (isBlockText(last) && !/^(- |[\w.-]+:)/.test(text.slice(start, lineEndAt(text, start))))
    return outsideOfText(text, last, start, end);
  if (indentation - column < 2) return slippedLine(text, start, end, column);
  return deeperAfterValue(text, last, end);
}

/** What is wrong where something other than an end follows the root of the document. */
export function afterRoot(text: string, root: YamlNode, misfit: Span): FaultFound {
  const { start, end } = misfit;
  if (!spansLines(text, root.end, start)) return afterValue(text, root, misfit);
  if (isBlock(root) && indentationAt(text, start) < columnAt(text, root.start)) {
    return indentedStart(text, root.start, !spansLines(text, root.start, root.end));
  }
  const message = `the document ends before ${excerpt(text, start, lineEndAt(text, start))}`;
  return syntaxFault(withIndentation(text, start), end, message, {
    hint: 'a file holds one value: make it a map with a key on each line',
  });
}

/** Something follows a whole value on its line. */
function afterValue(text: string, value: YamlNode, misfit: Span): FaultFound {
  const culprit = brokenQuotes(text, value, misfit) ?? brokenTemplate(text, value.start);
  if (culprit) return culprit;
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

/** A line stands at the column of a block and is not of its kind. */
function strangeSibling(text: string, block: 'map' | 'seq', kind: TokenKind, misfit: Span): FaultFound {
  const start = withIndentation(text, misfit.start);
  const shown = excerpt(text, misfit.start, misfit.end);
  if (kind === 'value') return syntaxFault(start, misfit.end, 'no key stands before ":"');
  if (block === 'map' && (kind === 'entry' || kind === 'block-seq-start')) {
    return syntaxFault(start, misfit.start + 1, 'a list item stands among the keys of a map', {
      hint: 'indent the list under its key, or give it a key of its own',
    });
  }
  if (block === 'seq' && (kind === 'key' || kind === 'scalar')) {
    return syntaxFault(start, misfit.end, `${shown} stands among the items of a list`, {
      hint: 'begin it with "- ", or move it to the column of the key that the list belongs to',
    });
  }
  return syntaxFault(start, misfit.end, `${shown} does not fit here`, {
    hint: 'quote the value if this is part of it',
  });
}

/** The innermost last part of a node that a line with this indentation can interrupt. */
function lastWithin(text: string, node: YamlNode, indentation: number): YamlNode {
  if (!isBlock(node) || columnAt(text, node.start) > indentation) return node;
  const last = node.kind === 'map' ? node.pairs.at(-1)?.value : node.items.at(-1);
  return last ? lastWithin(text, last, indentation) : node;
}

function isBlockText(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

function isBlock(node: YamlNode): node is YamlMap | YamlSeq {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}
