import type { Children } from '../source/children.ts';
import type { Span } from '../source/span.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSeq } from '../source/yaml-node.ts';

export type Path = readonly PropertyKey[];

/** Where the keys stand among the pairs of a mapping. */
export type Places = ReadonlyMap<string | undefined, number>;

/** How a loader changed the tree: pairs brought in by merge keys, list items that were dropped. */
export interface TreeChanges {
  readonly effectivePairs: ReadonlyMap<YamlMap, Children<YamlPair>>;
  /** The places of the items that are left. */
  readonly effectiveItems: ReadonlyMap<YamlSeq, readonly number[]>;
  /** The places of the keys in long mappings, as far as reading had to find them; new ones are added. */
  readonly places: Map<Children<YamlPair>, Places>;
}

/** Mappings that are no longer are looked through for every key. */
export const FEW_PAIRS = 32;

/** Says where in the text a path of the data was written. */
export class Locator {
  readonly root: YamlNode;
  readonly #changes: TreeChanges;

  constructor(root: YamlNode, changes: TreeChanges) {
    this.root = root;
    this.#changes = changes;
  }

  /** The node at a path, through aliases and merge keys; undefined when nothing is written there. */
  node(path: Path): YamlNode | undefined {
    let node: YamlNode | undefined = this.root;
    for (const key of path) {
      const target: YamlNode | undefined = node?.kind === 'alias' ? node.target : node;
      if (target?.kind === 'map') node = this.#pairOf(target, String(key))?.value;
      else if (target?.kind === 'seq') node = this.#itemOf(target, Number(key));
      else return undefined;
    }
    return node;
  }

  /** The key and value at a path that ends in a key. */
  pair(path: Path): YamlPair | undefined {
    const parent = this.node(path.slice(0, -1));
    const target = parent?.kind === 'alias' ? parent.target : parent;
    const last = path.at(-1);
    return target?.kind === 'map' && last !== undefined ? this.#pairOf(target, String(last)) : undefined;
  }

  /** The span of the value at a path, or of the nearest thing written above it. */
  at(path: Path): Span {
    const node = this.node(path);
    if (node && node.end > node.start) return node;
    for (let length = path.length; length > 0; length--) {
      const above = path.slice(0, length);
      const pair = this.pair(above);
      // Where the value is missing, the colon is part of the place.
      if (pair) return { start: pair.key.start, end: emptyEnd(pair) ?? pair.key.end };
      const item = this.node(above);
      if (item && item.end > item.start) return firstKey(item);
    }
    return firstKey(this.root);
  }

  /** The span of the key at a path; in a list, of the item. */
  keyAt(path: Path): Span {
    return this.pair(path)?.key ?? this.at(path);
  }

  /** The pairs of the mapping at a path, in the order of the text. */
  pairs(path: Path): Children<YamlPair> {
    const node = this.node(path);
    const target = node?.kind === 'alias' ? node.target : node;
    return target?.kind === 'map' ? target.pairs : [];
  }

  #pairOf(map: YamlMap, key: string): YamlPair | undefined {
    const pairs = this.#changes.effectivePairs.get(map) ?? map.pairs;
    if (pairs.length <= FEW_PAIRS) return firstOfKey(pairs, key);
    const places = this.#changes.places.get(pairs) ?? placesByKey(pairs);
    this.#changes.places.set(pairs, places);
    const at = places.get(key);
    return at === undefined ? undefined : pairs.at(at);
  }

  #itemOf(seq: YamlSeq, index: number): YamlNode | undefined {
    const left = this.#changes.effectiveItems.get(seq);
    const at = left ? left[index] : index;
    return at === undefined || !(at >= 0) ? undefined : seq.items.at(at);
  }
}

function firstOfKey(pairs: Children<YamlPair>, key: string): YamlPair | undefined {
  for (const pair of pairs) if (keyText(pair) === key) return pair;
  return undefined;
}

/** Where each key of a mapping stands for the first time. */
export function placesByKey(pairs: Children<YamlPair>): Places {
  const byKey = new Map<string | undefined, number>();
  let at = 0;
  for (const pair of pairs) {
    const key = keyText(pair);
    if (!byKey.has(key)) byKey.set(key, at);
    at++;
  }
  return byKey;
}

/** The text of a pair's key, or undefined for a key that is a list or a mapping. */
export function keyText(pair: YamlPair): string | undefined {
  const key = pair.key.kind === 'alias' ? pair.key.target : pair.key;
  return key.kind === 'scalar' ? key.value : undefined;
}

function emptyEnd({ key, value }: YamlPair): number | undefined {
  return value.kind === 'scalar' && value.start === value.end && value.end > key.end ? value.end : undefined;
}

function firstKey(node: YamlNode): Span {
  return (node.kind === 'map' && node.pairs.at(0)?.key) || node;
}
