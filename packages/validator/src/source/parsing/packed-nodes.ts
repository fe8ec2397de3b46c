import type { Children } from '../children.ts';
import type { YamlAlias, YamlNode, YamlPair, YamlScalar } from '../yaml-node.ts';

/** What is packed: scalars of the styles whose text stands in the file as it is read, aliases, empty collections. */
const FORMS = ['plain', 'single', 'double', 'alias', 'map', 'seq', 'other'] as const;
type Form = (typeof FORMS)[number];
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
 * A long list of nodes in nine bytes each, where an object takes a hundred: one that says no more than its text is a
 * form and two numbers, and a new object each time that it is asked for. Other nodes are kept.
 */
export class PackedNodes extends Packed<YamlNode> {
  length = 0;
  readonly #text: string;
  readonly #others: YamlNode[] = [];
  /** The first alias of each target, and where it stands in this list. */
  readonly #aliases: YamlAlias[] = [];
  readonly #aliasOf = new Map<YamlNode, number>();
  /** Of each node two: where it starts and ends; of an alias where it starts, and its like; the place among others. */
  #numbers = new Uint32Array(2 * FIRST_ROOM);
  #forms = new Uint8Array(FIRST_ROOM);

  constructor(text: string, nodes: Iterable<YamlNode>) {
    super();
    this.#text = text;
    for (const node of nodes) this.push(node);
  }

  push(node: YamlNode): void {
    const form = this.#formOf(node);
    if (form === 'alias') this.#add(form, node.start, this.#likeOf(node as YamlAlias));
    else if (form !== 'other') this.#add(form, node.start, node.end);
    else this.#add(form, this.#others.push(node) - 1, 0);
  }

  protected child(index: number): YamlNode {
    const form = FORMS[this.#forms[index] as number] as Form;
    const start = this.#numbers[2 * index] as number;
    const end = this.#numbers[2 * index + 1] as number;
    switch (form) {
      case 'other':
        return this.#others[start] as YamlNode;
      case 'alias': {
        const like = this.#aliases[end] as YamlAlias;
        return { ...like, start, end: start + like.end - like.start };
      }
      case 'map':
        return { kind: 'map', start, end, tag: undefined, pairs: [], flow: true };
      case 'seq':
        return { kind: 'seq', start, end, tag: undefined, items: [], flow: true };
      default: {
        const quote = quoteOf(form);
        const value = this.#text.slice(start + quote, end - quote);
        return { kind: 'scalar', start, end, tag: undefined, value, style: form };
      }
    }
  }

  #formOf(node: YamlNode): Form {
    if (node.kind === 'alias') return 'alias';
    if (node.tag !== undefined) return 'other';
    if (node.kind === 'map') return node.flow && node.pairs.length === 0 ? 'map' : 'other';
    if (node.kind === 'seq') return node.flow && node.items.length === 0 ? 'seq' : 'other';
    return this.#formOfScalar(node);
  }

  #formOfScalar({ style, value, start, end }: YamlScalar): Form {
    if (style === 'literal' || style === 'folded') return 'other';
    const quote = quoteOf(style);
    const isAsWritten =
      value.length === end - start - 2 * quote && this.#text.startsWith(value, start + quote);
    return isAsWritten ? style : 'other';
  }

  /** Where the alias is kept that differs from this one by no more than its place. */
  #likeOf(alias: YamlAlias): number {
    const known = this.#aliasOf.get(alias.target);
    if (known !== undefined) return known;
    const at = this.#aliases.push(alias) - 1;
    this.#aliasOf.set(alias.target, at);
    return at;
  }

  #add(form: Form, first: number, second: number): void {
    const index = this.length++;
    if (index >= this.#forms.length) this.#grow();
    this.#numbers[2 * index] = first;
    this.#numbers[2 * index + 1] = second;
    this.#forms[index] = FORMS.indexOf(form);
  }

  #grow(): void {
    const room = 2 * this.length;
    const numbers = new Uint32Array(2 * room);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const forms = new Uint8Array(room);
    forms.set(this.#forms);
    this.#forms = forms;
  }
}

const quoteOf = (style: Form): number => (style === 'plain' ? 0 : 1);

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
