import { MOST } from '../diagnostics/limited.ts';
import type { Children } from '../source/children.ts';
import type { Span } from '../source/span.ts';
import type { YamlAlias, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from '../source/yaml-node.ts';
import { AliasBudget, ExcessiveAliasing } from './alias-budget.ts';
import { FEW_PAIRS, type Places, placesByKey, type TreeChanges } from './locator.ts';
import { type Coercion, NO_FIT, type ScalarPolicy, TagMismatch } from './scalar-policy.ts';
import type { Fields, Shape, Struct } from './shape.ts';
import { UntypedMap } from './untyped-map.ts';
import { zeroOf } from './zero-value.ts';

export type DecodeFaultKind = 'duplicate-key' | 'merge' | 'key' | 'tag' | 'aliases';

export interface DecodeFault {
  readonly kind: DecodeFaultKind;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  readonly related?: { readonly span: Span; readonly message: string };
}

/** Something the loader reads in silence although it is probably not what the author meant. */
export type DecodeNote =
  | { readonly kind: 'coerced'; readonly node: YamlScalar; readonly coercion: Coercion }
  | { readonly kind: 'dropped-null'; readonly node: YamlNode }
  | { readonly kind: 'ignored-null-key'; readonly node: YamlNode };

/** What a document's nodes mean, beside the nodes themselves. */
export interface Decoded extends TreeChanges {
  readonly value: unknown;
  /** Whether reading was given up, so that the value says nothing. */
  readonly isGivenUp: boolean;
  readonly faults: readonly DecodeFault[];
  readonly notes: readonly DecodeNote[];
}

type Target = Exclude<YamlNode, { kind: 'alias' }>;

/** What reading a node through an alias came to. */
interface Reading {
  readonly shape: Shape;
  readonly value: unknown;
  readonly steps: number;
  /** How many lists and maps it nests. */
  readonly height: number;
}

/** A key that no field matches has no type; where such keys are at fault anyway, their values are not kept. */
const UNREAD = null;
const ANY: Shape = { kind: 'any' };
const DROPPED: unique symbol = Symbol('dropped');
const DEEPEST = 2_000;
/** Longer mappings are not compared key by key. */
const FEW_KEYS = 8;
/** Of the keys that nothing knows, more than are listed anyway are not kept. */
const MOST_UNKNOWN = 2_000;

/**
 * Reads a node tree into plain data as the format's loader does: typed places by the field's type, free places by
 * the scalar's own looks. A value that does not fit is passed on as it is, for the document's schema to refuse.
 */
export function decode(root: YamlNode, shape: Shape, policy: ScalarPolicy): Decoded {
  const decoder = new Decoder(policy);
  try {
    const value = decoder.read(root, shape);
    return { ...decoder.result, value: value === DROPPED ? undefined : value, isGivenUp: false };
  } catch (error) {
    if (!(error instanceof ExcessiveAliasing)) throw error;
    decoder.faults.push({
      kind: 'aliases',
      span: decoder.alias ?? root,
      message: error.message,
      hint: 'write the repeated content once, or less often',
    });
    return { ...decoder.result, value: undefined, isGivenUp: true };
  }
}

class Decoder {
  readonly faults: DecodeFault[] = [];
  /** The outermost alias through which the decoder is reading. */
  alias: YamlAlias | undefined;
  readonly #notes = new Map<YamlNode, DecodeNote>();
  readonly #pairs = new Map<YamlMap, Children<YamlPair>>();
  readonly #ownCounts = new Map<Children<YamlPair>, number>();
  readonly #items = new Map<YamlSeq, readonly number[]>();
  readonly #places = new Map<Children<YamlPair>, Places>();
  readonly #readings = new Map<Target, Reading>();
  readonly #policy: ScalarPolicy;
  readonly #budget = new AliasBudget();
  #depth = 0;
  /** The greatest depth since it was last set. */
  #deepest = 0;

  constructor(policy: ScalarPolicy) {
    this.#policy = policy;
  }

  get result() {
    return {
      faults: this.faults,
      notes: [...this.#notes.values()],
      effectivePairs: this.#pairs,
      effectiveItems: this.#items,
      places: this.#places,
    };
  }

  /** The value of a node in a place of this shape; DROPPED for a null in a typed place. */
  read(node: YamlNode, shape: Shape): unknown {
    this.#budget.step();
    if (node.kind === 'alias') return this.#throughAlias(node, shape);
    if (node.kind === 'scalar') return this.#scalar(node, shape);
    this.#deepen();
    const value = node.kind === 'map' ? this.#map(node, shape) : this.#seq(node, shape);
    this.#depth--;
    return value;
  }

  #throughAlias(node: YamlAlias, shape: Shape): unknown {
    const outer = this.alias;
    this.alias ??= node;
    this.#budget.enter();
    const value = this.#readTarget(node.target, shape);
    this.#budget.leave();
    this.alias = outer;
    return value;
  }

  /** Aliases of one node share its value: each costs its steps of the budget, but no memory. */
  #readTarget(target: Target, shape: Shape): unknown {
    if (target.kind === 'scalar') return this.read(target, shape);
    const known = this.#readings.get(target);
    if (known?.shape !== shape) return this.#readFirst(target, shape);
    this.#budget.step(known.steps);
    this.#deepen(known.height);
    this.#depth -= known.height;
    return known.value;
  }

  #readFirst(target: Target, shape: Shape): unknown {
    const { steps } = this.#budget;
    const outer = this.#deepest;
    const faults = this.faults.length;
    const merged = this.#pairs.size;
    this.#deepest = this.#depth;
    const value = this.read(target, shape);
    // A fault is told of every reading, and merging counts in the first one only.
    if (this.faults.length === faults && this.#pairs.size === merged) {
      const height = this.#deepest - this.#depth;
      this.#readings.set(target, { shape, value, steps: this.#budget.steps - steps, height });
    }
    this.#deepest = Math.max(outer, this.#deepest);
    return value;
  }

  #deepen(levels = 1): void {
    this.#depth += levels;
    if (this.#depth > DEEPEST) throw new ExcessiveAliasing('aliases nest too deep');
    if (this.#depth > this.#deepest) this.#deepest = this.#depth;
  }

  /** One note for a node, however many aliases lead to it; no more are kept than are listed. */
  #note(note: DecodeNote): void {
    if (this.#notes.size <= MOST && !this.#notes.has(note.node)) this.#notes.set(note.node, note);
  }

  #refuse(fault: DecodeFault): void {
    if (this.faults.length <= MOST) this.faults.push(fault);
  }

  #scalar(node: YamlScalar, shape: Shape): unknown {
    const policy = this.#policy;
    if (shape.kind === 'any') return this.#checkTag(node, policy.free(node));
    if (policy.isNull(node)) return policy.isStrict ? null : DROPPED;
    let value: unknown;
    switch (shape.kind) {
      case 'text':
        value = policy.text(node);
        break;
      case 'integer':
        value = policy.integer(node);
        break;
      case 'number':
        value = policy.number(node);
        break;
      case 'boolean':
        value = policy.boolean(node);
        break;
      default:
        // A scalar where a list or a mapping is expected.
        return this.#misfit(node);
    }
    if (value === NO_FIT) return this.#misfit(node);
    const coercion = policy.coercion(node, shape.kind);
    if (coercion) this.#note({ kind: 'coerced', node, coercion });
    return this.#checkTag(node, value);
  }

  #misfit(node: YamlScalar): unknown {
    return this.#policy.isStrict ? this.#checkTag(node, this.#policy.free(node)) : node.value;
  }

  #checkTag(node: YamlScalar, value: unknown): unknown {
    if (!(value instanceof TagMismatch)) return value;
    this.#refuse({ kind: 'tag', span: node, message: value.message, hint: 'remove the tag' });
    return node.value;
  }

  #seq(node: YamlSeq, shape: Shape): unknown {
    if (shape.kind === 'any') return Array.from(node.items, (item) => this.read(item, shape));
    if (shape.kind !== 'list') return [];
    const values: unknown[] = [];
    for (const item of node.items) {
      const value = this.read(item, shape.item);
      if (value === DROPPED) this.#note({ kind: 'dropped-null', node: item });
      else values.push(value);
    }
    if (values.length < node.items.length) this.#items.set(node, this.#itemsLeft(node));
    return values;
  }

  #itemsLeft(node: YamlSeq): readonly number[] {
    const left: number[] = [];
    let at = 0;
    for (const item of node.items) {
      if (!this.#isNull(item)) left.push(at);
      at++;
    }
    return left;
  }

  #map(node: YamlMap, shape: Shape): unknown {
    if (shape.kind === 'struct') {
      return this.#struct(this.#effectivePairs(node, shape.fields), shape);
    }
    const pairs = this.#effectivePairs(node);
    if (shape.kind === 'map') return this.#textMap(pairs, shape.value);
    if (shape.kind === 'any') return this.#freeMap(pairs);
    return {};
  }

  #struct(pairs: Children<YamlPair>, { fields, isOpen, unread }: Struct): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    let unknown = 0;
    let own = this.#ownCount(pairs);
    for (const { key, value } of pairs) {
      if (own-- === 0) this.#budget.enter();
      const name = this.#key(key);
      if (name === undefined) continue;
      const field = fields.get(name);
      if (!field && unread.some((pattern) => pattern.test(name))) continue;
      if (!field && !isOpen && ++unknown > MOST_UNKNOWN) continue;
      const read = field || isOpen ? this.read(value, field?.shape ?? ANY) : UNREAD;
      if (read !== DROPPED) put(result, field?.name ?? name, read);
    }
    if (own < 0) this.#budget.leave();
    return result;
  }

  #textMap(pairs: Children<YamlPair>, shape: Shape): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    let own = this.#ownCount(pairs);
    for (const { key, value } of pairs) {
      if (own-- === 0) this.#budget.enter();
      const name = this.#key(key);
      if (name === undefined) continue;
      const read = this.read(value, shape);
      put(result, name, read === DROPPED ? zeroOf(shape) : read);
    }
    if (own < 0) this.#budget.leave();
    return result;
  }

  #freeMap(pairs: Children<YamlPair>): unknown {
    const isText = ({ key }: YamlPair): boolean => {
      const target = targetOf(key);
      return target.kind === 'scalar' && this.#policy.isTextKey(target);
    };
    if (every(pairs, isText)) return this.#textMap(pairs, ANY);
    for (const { key, value } of pairs) {
      if (targetOf(key).kind !== 'scalar') this.#refuseKey(key);
      this.read(key, ANY);
      this.read(value, ANY);
    }
    return new UntypedMap([...pairs].filter((pair) => !isText(pair)).map(({ key }) => nameOf(targetOf(key))));
  }

  /** The text of a key, or undefined for one that counts for nothing. */
  #key(key: YamlNode): string | undefined {
    const target = targetOf(key);
    this.#budget.step();
    if (target.kind !== 'scalar') {
      this.#refuseKey(key);
      return undefined;
    }
    if (this.#policy.isNull(target)) {
      this.#note({ kind: 'ignored-null-key', node: key });
      return undefined;
    }
    const text = this.#checkTag(target, this.#policy.text(target));
    return typeof text === 'string' ? text : target.value;
  }

  #refuseKey(key: YamlNode): void {
    const what = targetOf(key).kind === 'map' ? 'a mapping' : 'a list';
    this.#refuse({
      kind: 'key',
      span: key,
      message: `${what} cannot be a key`,
      hint: 'quote the text when braces or brackets belong to it',
    });
  }

  /** How many of the pairs of a mapping are its own; those behind them were merged, and reading them is reading again. */
  #ownCount(pairs: Children<YamlPair>): number {
    return this.#ownCounts.get(pairs) ?? pairs.length;
  }

  /** The pairs after merge keys: a pair of the mapping itself wins, then the earlier source. */
  #effectivePairs(node: YamlMap, fields?: Fields): Children<YamlPair> {
    const known = this.#pairs.get(node);
    if (known) return known;
    if (!(fields && areDistinctFields(node.pairs, fields)) && !this.#areDistinct(node.pairs)) {
      this.#checkDuplicates(node);
    }
    const { pairs } = node;
    const isOther = ({ key }: YamlPair) => key.kind !== 'scalar' || !this.#policy.isMergeKey(key);
    if (every(pairs, isOther)) return pairs;
    const written = [...pairs];
    const mergeAt = written.findIndex((pair) => !isOther(pair));
    const own = written.filter((_, at) => at !== mergeAt);
    const seen = new SeenKeys();
    for (const { key } of own) seen.add(key);
    const merged = [...own];
    const sources = new Map<YamlMap, Children<YamlPair>>();
    for (const { map, isAliased } of this.#mergeSources((written[mergeAt] as YamlPair).value)) {
      // To merge the keys of a mapping again costs as much as to read them again, though they have none to add.
      if (isAliased) this.#budget.enter();
      this.#budget.step();
      const earlier = sources.get(map);
      const pairs = earlier ?? this.#effectivePairs(map);
      this.#budget.step(pairs.length);
      if (!earlier) for (const pair of pairs) if (!seen.add(pair.key)) merged.push(pair);
      sources.set(map, pairs);
      if (isAliased) this.#budget.leave();
    }
    this.#pairs.set(node, merged);
    this.#ownCounts.set(merged, own.length);
    return merged;
  }

  #areDistinct(pairs: Children<YamlPair>): boolean {
    if (pairs.length <= FEW_PAIRS) return areDistinct(pairs);
    const places = placesByKey(pairs);
    this.#places.set(pairs, places);
    return places.size === pairs.length && every(pairs, ({ key }) => key.kind === 'scalar');
  }

  #mergeSources(value: YamlNode): readonly { readonly map: YamlMap; readonly isAliased: boolean }[] {
    return (value.kind === 'seq' ? [...value.items] : [value]).flatMap((source) => {
      const map = targetOf(source);
      if (map.kind === 'map') return { map, isAliased: source.kind === 'alias' };
      this.#refuseMerge(source);
      return [];
    });
  }

  #refuseMerge(value: YamlNode): void {
    this.#refuse({
      kind: 'merge',
      span: value,
      message: '"<<" takes a mapping, an alias of one, or a list of those',
      hint: 'quote the key if you mean the two characters',
    });
  }

  #checkDuplicates({ pairs }: YamlMap): void {
    const seen = new SeenKeys();
    for (const { key } of pairs) {
      const earlier = seen.add(key);
      if (!earlier) continue;
      this.#refuse({
        kind: 'duplicate-key',
        span: key,
        message: `the key ${JSON.stringify(nameOf(key))} is written twice`,
        hint: 'keep one of the two',
        related: { span: earlier, message: 'first written here' },
      });
    }
  }

  #isNull(node: YamlNode): boolean {
    const target = targetOf(node);
    return target.kind === 'scalar' && this.#policy.isNull(target);
  }
}

function every<Child>(children: Children<Child>, claim: (child: Child) => boolean): boolean {
  for (const child of children) if (!claim(child)) return false;
  return true;
}

/** Whether the keys are fields, none of them twice; `false` when that takes a closer look. */
function areDistinctFields(pairs: Children<YamlPair>, fields: Fields): boolean {
  let seen = 0;
  for (const { key } of pairs) {
    const at = key.kind === 'scalar' ? fields.get(key.value)?.at : undefined;
    if (at === undefined || at > 31 || (seen & (1 << at)) !== 0) return false;
    seen |= 1 << at;
  }
  return true;
}

/** Whether the keys are texts, none of them twice; `false` when that takes a closer look. */
function areDistinct(pairs: Children<YamlPair>): boolean {
  if (!every(pairs, ({ key }) => key.kind === 'scalar')) return false;
  if (pairs.length > FEW_KEYS) return placesByKey(pairs).size === pairs.length;
  for (let at = 0; at < pairs.length; at++) {
    const { value } = (pairs.at(at) as YamlPair).key as YamlScalar;
    for (let before = 0; before < at; before++) {
      if (((pairs.at(before) as YamlPair).key as YamlScalar).value === value) return false;
    }
  }
  return true;
}

/** Two keys are one key when kind and text agree, whatever their tags or quotes (specs 1.2). */
class SeenKeys {
  readonly #texts = new Map<string, YamlNode>();
  readonly #others = new Map<string, YamlNode>();

  /** Remembers a key; returns the earlier one that is the same, if there is one. */
  add(key: YamlNode): YamlNode | undefined {
    const [known, name] =
      key.kind === 'scalar'
        ? [this.#texts, key.value]
        : [this.#others, key.kind === 'alias' ? `*${key.name}` : key.kind];
    const earlier = known.get(name);
    if (!earlier) known.set(name, key);
    return earlier;
  }
}

function nameOf(key: YamlNode): string {
  if (key.kind === 'scalar') return key.value;
  return key.kind === 'alias' ? `*${key.name}` : key.kind;
}

function targetOf(node: YamlNode): Target {
  return node.kind === 'alias' ? node.target : node;
}

/** A key named `__proto__` is a key like any other. */
function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
