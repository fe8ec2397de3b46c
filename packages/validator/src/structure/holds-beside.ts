import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';
import type { YamlSeq } from '../source/yaml-node.ts';
import type { LocatedDocument } from './document.ts';
import type { Locator } from './locator.ts';
import { pckRules } from './pck-rules.ts';

/** A part of a document: what stands under a key of its top level, or one item of a list there or of the document. */
interface Part extends Span {
  /** The key, where the part is the whole pair. */
  readonly key: Span | undefined;
}

/**
 * Whether a warning holds beside faults in its file: none of them lies in the part in which the warning stands, nor
 * under the keys of the top level that it rests on too. One that stands in no part rests on the whole file.
 */
export function holdsBeside(
  faults: readonly Diagnostic[],
  { locator, missing }: Pick<LocatedDocument<unknown>, 'locator' | 'missing'>,
  place: Span,
  keys: readonly string[],
): boolean {
  const own = locator && partAround(locator, place.start);
  if (!own || keys.some((key) => missing.includes(key))) return false;
  const others = keys.flatMap((key) => pairNamed(locator, key) ?? []);
  return [own, ...others].every((part) => !faults.some((fault) => liesIn(fault, part)));
}

function partAround({ root }: Locator, offset: number): Part | undefined {
  if (root.kind === 'seq') return itemAround(root, offset);
  if (root.kind !== 'map') return undefined;
  for (const { key, value } of root.pairs) {
    if (offset < key.start || offset > value.end) continue;
    const item = value.kind === 'seq' ? itemAround(value, offset) : undefined;
    return item ?? { start: key.start, end: value.end, key };
  }
  return undefined;
}

function itemAround({ items }: YamlSeq, offset: number): Part | undefined {
  for (const { start, end } of items)
    if (start <= offset && offset <= end) return { start, end, key: undefined };
  return undefined;
}

function pairNamed(locator: Locator, name: string): Part | undefined {
  const pair = locator.pair([name]);
  return pair && { start: pair.key.start, end: pair.value.end, key: pair.key };
}

/** That a key is missing is said at the one before which it belongs, of which nothing is wrong. */
function liesIn({ code, span }: Diagnostic, { start, end, key }: Part): boolean {
  const isOfNeighbour = code === pckRules.missing.code && span.start === key?.start && span.end === key.end;
  return !isOfNeighbour && span.start < end && start <= span.end;
}
