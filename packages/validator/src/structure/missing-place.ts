import type { Span } from '../source/span.ts';
import type { YamlNode } from '../source/yaml-node.ts';
import type { FaultyDocument } from './issues.ts';
import { keyText, type Path } from './locator.ts';
import { shapeAt } from './shape.ts';

/**
 * Where a missing key belongs: at the key before which it should stand, by the order of the document's schema.
 * Without a key after it, at the last line of the mapping; without any, at the parent's key.
 */
export function placeOf(document: FaultyDocument, path: Path): { span: Span; before: string | undefined } {
  const parent = path.slice(0, -1);
  const pairs = document.locator.pairs(parent);
  const shape = shapeAt(document.kind.shape, parent);
  const last = pairs.at(-1);
  if (!last || shape?.kind !== 'struct') return { span: document.locator.keyAt(parent), before: undefined };
  const order = [...shape.fields.keys()];
  const own = order.indexOf(String(path.at(-1)));
  const rank = (name: string | undefined): number => (name === undefined ? -1 : order.indexOf(name));
  // Behind the last present key that comes before it in the schema's order.
  const after = pairs.findLastIndex((pair) => {
    const at = rank(keyText(pair));
    return at >= 0 && at < own;
  });
  const next = pairs[after + 1];
  if (next) return { span: next.key, before: keyText(next) };
  return { span: lastLineOf(document.text, last.key, last.value.end), before: undefined };
}

function lastLineOf(text: string, key: Span, end: number): Span {
  const trimmed = text.slice(0, Math.max(end, key.end)).trimEnd().length;
  const lineStart = text.lastIndexOf('\n', trimmed - 1) + 1;
  const indent = text.slice(lineStart, trimmed).search(/\S/);
  return { start: lineStart + Math.max(indent, 0), end: trimmed };
}

/** Of a block collection its first line, indentation included: the indentation makes it what it is. */
export function firstLineOf(text: string, node: YamlNode | undefined, { start, end }: Span): Span {
  if (!node || node.kind === 'scalar' || node.kind === 'alias' || node.flow) return { start, end };
  const lineEnd = text.indexOf('\n', start);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indented = text.slice(lineStart, start).trim() === '';
  return { start: indented ? lineStart : start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}
