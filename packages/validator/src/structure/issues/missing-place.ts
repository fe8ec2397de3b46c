import type { Span } from '../../source/span.ts';
import type { YamlNode, YamlPair } from '../../source/yaml-node.ts';
import { keyText, type Path } from '../locator.ts';
import { shapeAt } from '../shape.ts';
import type { FaultyDocument } from './report.ts';

export interface MissingPlace {
  readonly span: Span;
  /** Where it belongs in words: `before "timeout"`; undefined where there is only one place. */
  readonly beside: string | undefined;
}

/**
 * Where a missing key belongs: at the key before which it should stand, by the order of the document's schema.
 * Without a key after it, at the last pair of the mapping; without any, at the parent's key.
 */
export function placeOf(document: FaultyDocument, path: Path): MissingPlace {
  const parent = path.slice(0, -1);
  const pairs = [...document.locator.pairs(parent)];
  const shape = shapeAt(document.kind.shape, parent);
  const last = pairs.at(-1);
  if (!last || shape?.kind !== 'struct') return { span: document.locator.keyAt(parent), beside: undefined };
  const order = [...shape.fields.keys()];
  const own = order.indexOf(String(path.at(-1)));
  const rank = (name: string | undefined): number => (name === undefined ? -1 : order.indexOf(name));
  // Behind the last present key that comes before it in the schema's order.
  const after = pairs.findLastIndex((pair) => {
    const at = rank(keyText(pair));
    return at >= 0 && at < own;
  });
  const next = pairs[after + 1];
  if (next) return { span: next.key, beside: besideOf('before', next) };
  return { span: endOf(document.text, last), beside: besideOf('after', last) };
}

/** A key that is a list or a mapping has no name to be quoted. */
function besideOf(side: 'before' | 'after', pair: YamlPair): string | undefined {
  const name = keyText(pair);
  return name === undefined ? undefined : `${side} "${name}"`;
}

/** The last line of a pair; of one that holds a block of its own, the key. */
function endOf(text: string, { key, value }: YamlPair): Span {
  const end = text.slice(0, Math.max(value.end, key.end)).trimEnd().length;
  if (isBlock(value)) return key;
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  const indent = text.slice(lineStart, end).search(/\S/);
  return { start: lineStart + Math.max(indent, 0), end };
}

function isBlock(node: YamlNode): boolean {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}
