import { MOST } from '../diagnostics/limited.ts';
import { type Children, every } from '../source/children.ts';
import {
  targetOf,
  type YamlAlias,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
  type YamlSeq,
  type YamlTarget,
} from '../source/yaml-node.ts';
import { AliasBudget, ExcessiveAliasing } from './alias-budget.ts';
import type { DecodeFault } from './decode-fault.ts';
import { nameOf } from './distinct-keys.ts';
import { EffectivePairs } from './effective-pairs.ts';
import type { TreeChanges } from './locator.ts';
import { type Coercion, NO_FIT, type ScalarPolicy, TagMismatch } from './scalar-policy.ts';
import type { Shape, Struct } from './shape.ts';
import { UntypedMap } from './untyped-map.ts';
import { zeroOf } from './zero-value.ts';

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
  readonly #items = new Map<YamlSeq, readonly number[]>();
  readonly #readings = new Map<YamlTarget, Reading>();
  readonly #policy: ScalarPolicy;
  readonly #budget = new AliasBudget();
  readonly #pairs: EffectivePairs;
  #depth = 0;
  /** The greatest depth since it was last set. */
  #deepest = 0;

  constructor(policy: ScalarPolicy) {
    this.#policy = policy;
    this.#pairs = new EffectivePairs(policy, this.#budget, (fault) => this.#refuse(fault));
  }

  get result() {
    return {
      faults: this.faults,
      notes: [...this.#notes.values()],
      effectivePairs: this.#pairs.merged,
      effectiveItems: this.#items,
      places: this.#pairs.places,
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
  #readTarget(target: YamlTarget, shape: Shape): unknown {
    if (target.kind === 'scalar') return this.read(target, shape);
    const known = this.#readings.get(target);
    if (known?.shape !== shape) return this.#readFirst(target, shape);
    this.#budget.step(known.steps);
    this.#deepen(known.height);
    this.#depth -= known.height;
    return known.value;
  }

  #readFirst(target: YamlTarget, shape: Shape): unknown {
    const { steps } = this.#budget;
    const outer = this.#deepest;
    const faults = this.faults.length;
    const merged = this.#pairs.merged.size;
    this.#deepest = this.#depth;
    const value = this.read(target, shape);
    // A fault is told of every reading, and merging counts in the first one only.
    if (this.faults.length === faults && this.#pairs.merged.size === merged) {
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
      return this.#struct(this.#pairs.of(node, shape.fields), shape);
    }
    const pairs = this.#pairs.of(node);
    if (shape.kind === 'map') return this.#textMap(pairs, shape.value);
    if (shape.kind === 'any') return this.#freeMap(pairs);
    return {};
  }

  #struct(pairs: Children<YamlPair>, { fields, isOpen, unread }: Struct): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    let unknown = 0;
    let own = this.#pairs.ownCount(pairs);
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
    let own = this.#pairs.ownCount(pairs);
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

  #isNull(node: YamlNode): boolean {
    const target = targetOf(node);
    return target.kind === 'scalar' && this.#policy.isNull(target);
  }
}

/** A key named `__proto__` is a key like any other. */
function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
