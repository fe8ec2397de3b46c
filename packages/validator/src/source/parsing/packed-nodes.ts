import type { Children } from '../children.ts';
import type { ScalarStyle, YamlNode, YamlPair, YamlScalar } from '../yaml-node.ts';

/** The styles whose text stands in the file as it is read, more often than not. */
const STYLES: readonly ScalarStyle[] = ['plain', 'single', 'double'];
const FIRST_ROOM = 256;

abstract class Packed<Child> implements Children<Child> {
  abstract readonly length: number;
  protected abstract child(index: number): Child;

  at(index: number): Child | undefined {
    const place = index < 0 ? this.length + index : index;
    return place >= 0 && place < this.length ? this.child(place) : undefined;
  }

  *[Symbol.iterator](): Generator<Child> {
    for (let index = 0; index < this.length; index++) yield this.child(index);
  }
}

/**
 * A long list of nodes in nine bytes each, where an object takes a hundred: a scalar whose text stands in the file as
 * it is read is a place and a style, and a new object each time that it is asked for. Other nodes are kept.
 */
export class PackedNodes extends Packed<YamlNode> {
  length = 0;
  readonly #text: string;
  readonly #others = new Map<number, YamlNode>();
  #places = new Uint32Array(2 * FIRST_ROOM);
  #styles = new Uint8Array(FIRST_ROOM);

  constructor(text: string, nodes: Iterable<YamlNode>) {
    super();
    this.#text = text;
    for (const node of nodes) this.push(node);
  }

  push(node: YamlNode): void {
    const index = this.length++;
    if (node.kind !== 'scalar' || !this.#isAsWritten(node)) {
      this.#others.set(index, node);
      return;
    }
    if (index >= this.#styles.length) this.#grow();
    this.#places[2 * index] = node.start;
    this.#places[2 * index + 1] = node.end;
    this.#styles[index] = STYLES.indexOf(node.style);
  }

  protected child(index: number): YamlNode {
    const other = this.#others.get(index);
    if (other) return other;
    const start = this.#places[2 * index] as number;
    const end = this.#places[2 * index + 1] as number;
    const style = STYLES[this.#styles[index] as number] as ScalarStyle;
    const quote = quoteOf(style);
    const value = this.#text.slice(start + quote, end - quote);
    return { kind: 'scalar', start, end, tag: undefined, value, style };
  }

  #isAsWritten({ style, tag, value, start, end }: YamlScalar): boolean {
    if (tag !== undefined || !STYLES.includes(style)) return false;
    const quote = quoteOf(style);
    return value.length === end - start - 2 * quote && this.#text.startsWith(value, start + quote);
  }

  #grow(): void {
    const room = 2 * this.length;
    const places = new Uint32Array(2 * room);
    places.set(this.#places);
    this.#places = places;
    const styles = new Uint8Array(room);
    styles.set(this.#styles);
    this.#styles = styles;
  }
}

const quoteOf = (style: ScalarStyle): number => (style === 'plain' ? 0 : 1);

/** A long list of pairs, packed in the same way. */
export class PackedPairs extends Packed<YamlPair> {
  readonly #keys: PackedNodes;
  readonly #values: PackedNodes;

  constructor(text: string, pairs: readonly YamlPair[]) {
    super();
    this.#keys = new PackedNodes(
      text,
      pairs.map(({ key }) => key),
    );
    this.#values = new PackedNodes(
      text,
      pairs.map(({ value }) => value),
    );
  }

  get length(): number {
    return this.#keys.length;
  }

  push({ key, value }: YamlPair): void {
    this.#keys.push(key);
    this.#values.push(value);
  }

  protected child(index: number): YamlPair {
    return { key: this.#keys.at(index) as YamlNode, value: this.#values.at(index) as YamlNode };
  }
}
