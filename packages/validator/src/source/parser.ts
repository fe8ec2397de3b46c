import { Scanner } from './scanner.ts';
import {
  afterRoot,
  interruptedBlock,
  interruptedFlow,
  type Misfit,
  missingValue,
} from './structure-faults.ts';
import type { Token, TokenKind } from './token.ts';
import { FaultFound, syntaxFault, type YamlFault } from './yaml-fault.ts';
import type { YamlAlias, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './yaml-node.ts';

/** Deeper nesting is refused; the reference stops at 10,000, where a recursive reader of the tree would overflow. */
const DEEPEST = 1000;

type Anchored = YamlScalar | YamlMap | YamlSeq;
type Open<Collection> = { -readonly [Property in keyof Collection]: Collection[Property] };

/** Where a node stands: in `value` a list may begin at the column of its key. */
type Place = 'flow' | 'block' | 'value';

const STANDARD_HANDLES: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/** Builds the tree of the only document of a text from its tokens. */
export class Parser {
  readonly faults: YamlFault[] = [];
  readonly #scanner: Scanner;
  readonly #anchors = new Map<string, Anchored>();
  #handles: ReadonlyMap<string, string> = new Map(STANDARD_HANDLES);
  /** Where the last token ended. */
  #behind: number;
  #depth = 0;
  /** Where the innermost open bracket stands. */
  #opening: number | undefined;

  /** A parser of the text from `from` on, which must be the start of a line. */
  constructor(text: string, from: number) {
    this.#behind = from;
    this.#scanner = new Scanner(text, from);
  }

  /** The root, or undefined when the text holds no document. Throws `FaultFound` where the structure breaks off. */
  document(): YamlNode | undefined {
    const scanner = this.#scanner;
    if (scanner.kind === 'stream-end') {
      this.faults.push({
        kind: 'empty',
        span: { start: 0, end: 0 },
        message: 'the file holds no YAML document',
      });
      return undefined;
    }
    if (this.#at('yaml-directive') || this.#at('tag-directive') || this.#at('document-start')) {
      this.#directives();
      if (!this.#at('document-start'))
        throw this.#unexpected('no "---" stands between the directives and this');
      this.#skip();
    }
    const root = this.#rootNode();
    while (this.#at('document-end')) this.#skip();
    if (this.#at('document-start')) this.#refuseSecond();
    else if (!this.#at('stream-end')) throw afterRoot(this.#scanner.text, root, this.#misfit());
    return root;
  }

  #rootNode(): YamlNode {
    switch (this.#scanner.kind) {
      case 'yaml-directive':
      case 'tag-directive':
      case 'document-start':
      case 'stream-end':
        return this.#empty();
      case 'document-end':
        if (this.#behind > 0) return this.#empty();
    }
    return this.#node('block');
  }

  #refuseSecond(): void {
    const { text, token } = this.#scanner;
    const span = { start: token.start, end: token.end };
    const isLast = /^---\s*$/.test(text.slice(token.start, -1));
    this.faults.push({
      kind: 'multiple-documents',
      span,
      message: 'a second document begins here',
      hint: 'keep one document per file',
      ...(isLast ? { fix: { title: 'remove the "---" at the end', span, newText: '' } } : {}),
    });
  }

  #directives(): void {
    const handles = new Map(STANDARD_HANDLES);
    const declared = new Set<string>();
    for (; !this.#at('document-start'); this.#skip()) {
      const { token } = this.#scanner;
      if (this.#at('yaml-directive')) {
        if (declared.has('%')) throw this.#unexpected('a second %YAML directive');
        if (token.value !== '1.1') throw this.#unexpected(`YAML ${token.value} is not read, only 1.1`);
        declared.add('%');
      } else if (this.#at('tag-directive')) {
        if (declared.has(token.handle)) throw this.#unexpected(`a second %TAG directive for ${token.handle}`);
        declared.add(token.handle);
        handles.set(token.handle, token.value);
      } else break;
    }
    this.#handles = handles;
  }

  #node(place: Place): YamlNode {
    const { kind, token } = this.#scanner;
    if (kind === 'scalar') return this.#scalar(token, undefined);
    if (kind === 'alias') return this.#alias(token);
    if (kind === 'anchor' || kind === 'tag') return this.#nodeWithProperties(place);
    return this.#collection(place, undefined, undefined) ?? this.#missingNode(place);
  }

  #nodeWithProperties(place: Place): Anchored {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (;;) {
      const { token } = this.#scanner;
      if (this.#at('anchor') && anchor === undefined) anchor = token.value;
      else if (this.#at('tag') && tag === undefined) tag = this.#tagInFull(token);
      else break;
      this.#skip();
    }
    if (this.#at('scalar')) return this.#named(anchor, this.#scalar(this.#scanner.token, tag));
    return this.#collection(place, tag, anchor) ?? this.#named(anchor, this.#empty(tag));
  }

  #named<Node extends Anchored>(anchor: string | undefined, node: Node): Node {
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  #collection(
    place: Place,
    tag: string | undefined,
    anchor: string | undefined,
  ): YamlMap | YamlSeq | undefined {
    const { kind, token } = this.#scanner;
    switch (kind) {
      case 'block-map-start':
        if (place === 'flow') return undefined;
        this.#skip();
        return this.#blockMap(this.#named(anchor, this.#openMap(token.start, tag, false)));
      case 'block-seq-start':
        if (place === 'flow') return undefined;
        this.#skip();
        return this.#blockSeq(this.#named(anchor, this.#openSeq(token.start, tag, false)), 'block-end');
      case 'entry':
        if (place !== 'value') return undefined;
        return this.#blockSeq(this.#named(anchor, this.#openSeq(token.start, tag, false)), undefined);
      case 'flow-map-start':
        return this.#flowMap(this.#named(anchor, this.#openMap(token.start, tag, true)));
      case 'flow-seq-start':
        return this.#flowSeq(this.#named(anchor, this.#openSeq(token.start, tag, true)));
      default:
        return undefined;
    }
  }

  #openMap(start: number, tag: string | undefined, flow: boolean): Open<YamlMap> & { pairs: YamlPair[] } {
    this.#deepen(start);
    return { kind: 'map', start, end: -1, tag, pairs: [], flow };
  }

  #openSeq(start: number, tag: string | undefined, flow: boolean): Open<YamlSeq> & { items: YamlNode[] } {
    this.#deepen(start);
    return { kind: 'seq', start, end: -1, tag, items: [], flow };
  }

  #deepen(start: number): void {
    if (++this.#depth <= DEEPEST) return;
    const message = `more than ${DEEPEST} lists and maps stand inside each other`;
    throw new FaultFound({ kind: 'too-deep', span: { start, end: start + 1 }, message });
  }

  #close<Node extends Open<YamlMap> | Open<YamlSeq>>(node: Node, end: number): Node {
    this.#depth--;
    node.end = end;
    return node;
  }

  #blockMap(map: Open<YamlMap> & { pairs: YamlPair[] }): YamlMap {
    let end = map.start;
    while (this.#at('key')) {
      this.#passKey();
      const key =
        this.#at('key') || this.#at('value') || this.#at('block-end') ? this.#empty() : this.#node('value');
      const value = this.#blockValue();
      map.pairs.push({ key, value });
      end = Math.max(end, key.end, value.end);
    }
    if (!this.#at('block-end'))
      throw interruptedBlock(this.#scanner.text, map, lastValue(map), this.#misfit());
    this.#scanner.advance();
    return this.#close(map, end);
  }

  #blockValue(): YamlNode {
    if (!this.#at('value')) return this.#empty();
    this.#skip();
    return this.#at('key') || this.#at('value') || this.#at('block-end')
      ? this.#empty()
      : this.#node('value');
  }

  #blockSeq(seq: Open<YamlSeq> & { items: YamlNode[] }, closing: TokenKind | undefined): YamlSeq {
    let end = seq.start;
    while (this.#at('entry')) {
      this.#skip();
      end = this.#behind;
      const isEmpty =
        this.#at('entry') ||
        this.#at('block-end') ||
        (closing === undefined && (this.#at('key') || this.#at('value')));
      const item = isEmpty ? this.#empty() : this.#node('block');
      seq.items.push(item);
      end = Math.max(end, item.end);
    }
    if (closing !== undefined) {
      if (!this.#at(closing))
        throw interruptedBlock(this.#scanner.text, seq, seq.items.at(-1), this.#misfit());
      this.#scanner.advance();
    }
    return this.#close(seq, end);
  }

  #flowSeq(seq: Open<YamlSeq> & { items: YamlNode[] }): YamlSeq {
    this.#skip();
    const outer = this.#opening;
    this.#opening = seq.start;
    while (!this.#at('flow-seq-end')) {
      if (seq.items.length > 0) this.#separator(seq, seq.items.at(-1));
      if (this.#at('flow-seq-end')) break;
      seq.items.push(this.#at('key') ? this.#singlePair() : this.#node('flow'));
    }
    this.#opening = outer;
    this.#skip();
    return this.#close(seq, this.#behind);
  }

  /** `[a: b]` is a list with one map of one pair. */
  #singlePair(): YamlMap {
    const map = this.#openMap(this.#scanner.token.start, undefined, true);
    this.#passKey();
    let key: YamlNode;
    if (this.#at('value') || this.#at('flow-entry') || this.#at('flow-seq-end')) {
      key = this.#empty();
      // The reference drops this token, so `[? : a]` is refused and `[? : ]` is read.
      this.#skip();
    } else key = this.#node('flow');
    let value: YamlNode | undefined;
    if (this.#at('value')) {
      this.#skip();
      if (!this.#at('flow-entry') && !this.#at('flow-seq-end')) value = this.#node('flow');
    }
    value ??= this.#empty();
    map.pairs.push({ key, value });
    return this.#close(map, Math.max(key.end, value.end));
  }

  #flowMap(map: Open<YamlMap> & { pairs: YamlPair[] }): YamlMap {
    this.#skip();
    const outer = this.#opening;
    this.#opening = map.start;
    while (!this.#at('flow-map-end')) {
      if (map.pairs.length > 0) this.#separator(map, lastValue(map));
      if (this.#at('flow-map-end')) break;
      map.pairs.push(this.#flowPair());
    }
    this.#opening = outer;
    this.#skip();
    return this.#close(map, this.#behind);
  }

  #flowPair(): YamlPair {
    if (!this.#at('key')) return { key: this.#node('flow'), value: this.#empty() };
    this.#passKey();
    const isEmpty = this.#at('value') || this.#at('flow-entry') || this.#at('flow-map-end');
    const key = isEmpty ? this.#empty() : this.#node('flow');
    if (!this.#at('value')) return { key, value: this.#empty() };
    this.#skip();
    return {
      key,
      value: this.#at('flow-entry') || this.#at('flow-map-end') ? this.#empty() : this.#node('flow'),
    };
  }

  #separator(collection: YamlMap | YamlSeq, last: YamlNode | undefined): void {
    if (!this.#at('flow-entry'))
      throw interruptedFlow(this.#scanner.text, collection.start, last, this.#misfit());
    this.#skip();
  }

  #scalar(token: Token, tag: string | undefined): YamlScalar {
    const node: YamlScalar = {
      kind: 'scalar',
      start: token.start,
      end: token.end,
      tag,
      value: token.value,
      style: token.style,
    };
    this.#skip();
    return node;
  }

  #empty(tag?: string): YamlScalar {
    return { kind: 'scalar', start: this.#behind, end: this.#behind, tag, value: '', style: 'plain' };
  }

  #alias(token: Token): YamlNode {
    const { start, end, value: name } = token;
    const target = this.#anchors.get(name);
    this.#skip();
    if (target === undefined) {
      this.faults.push({
        kind: 'unknown-anchor',
        span: { start, end },
        message: `no anchor "${name}" stands before this alias`,
        hint: 'quote the value if "*" is not meant as an alias',
      });
      return { kind: 'scalar', start, end, tag: undefined, value: '', style: 'plain' };
    }
    if (target.end < 0) {
      this.faults.push({
        kind: 'recursive-anchor',
        span: { start, end },
        message: `the anchor "${name}" contains itself`,
      });
    }
    return { kind: 'alias', start, end, tag: undefined, name, target } satisfies YamlAlias;
  }

  #tagInFull({ handle, value, start, end }: Token): string {
    if (handle === '') return value;
    const prefix = this.#handles.get(handle);
    if (prefix !== undefined) return prefix + value;
    throw new FaultFound({
      kind: 'syntax',
      span: { start, end },
      message: `the tag handle "${handle}" is not declared`,
    });
  }

  #at(kind: TokenKind): boolean {
    return this.#scanner.kind === kind;
  }

  #skip(): void {
    this.#behind = this.#scanner.token.end;
    this.#scanner.advance();
  }

  /** Passes a `key`, which has a width only when a "?" was written. */
  #passKey(): void {
    if (this.#scanner.token.implied > 0) this.#scanner.advance();
    else this.#skip();
  }

  #missingNode(place: Place): never {
    throw missingValue(this.#scanner.text, this.#misfit(), place === 'flow' ? this.#opening : undefined);
  }

  #misfit(): Misfit {
    const { kind, token } = this.#scanner;
    return { kind, start: token.start, end: token.end };
  }

  #unexpected(message: string, hint = 'leave the directive out'): FaultFound {
    const { start, end } = this.#scanner.token;
    return syntaxFault(start, end, message, { hint });
  }
}

function lastValue(map: YamlMap): YamlNode | undefined {
  return map.pairs.at(-1)?.value;
}
