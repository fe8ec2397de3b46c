import { interruptedBlock } from '../faults/block-faults.ts';
import { interruptedFlow, missingValue } from '../faults/flow-faults.ts';
import type { Scanner } from '../scanning/scanner.ts';
import type { Token, TokenKind } from '../scanning/token.ts';
import { FaultFound, syntaxFault, type YamlFault } from '../yaml-fault.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from '../yaml-node.ts';
import { PackedNodes, PackedPairs } from './packed-nodes.ts';
import type { TagHandles } from './tag-handles.ts';

/** Deeper nesting is refused; the reference stops at 10,000, where a recursive reader of the tree would overflow. */
const DEEPEST = 1000;
/** Longer collections are packed, which pays only where files are there to fill the memory. */
const LONG = 64;
/** More nodes are refused: to judge one takes hundreds of bytes, and no pack has a hundredth of them. */
const MOST_NODES = 210_000;

type Anchored = YamlScalar | YamlMap | YamlSeq;

/** A collection whose end is not known yet. */
type Writable<Node> = { -readonly [Property in keyof Node]: Node[Property] };
type OpenMap = Writable<Omit<YamlMap, 'pairs'>> & { pairs: YamlPair[] | PackedPairs };
type OpenSeq = Writable<Omit<YamlSeq, 'items'>> & { items: YamlNode[] | PackedNodes };
const OPEN = -1;

/** Where a node stands: as a `value`, a list may begin at the column of its key. */
type Place = 'flow' | 'block' | 'value';

/** Builds nodes from the tokens of a scanner. */
export class NodeParser {
  readonly #scanner: Scanner;
  readonly #handles: TagHandles | undefined;
  readonly #faults: YamlFault[];
  readonly #anchors = new Map<string, Anchored>();
  #depth = 0;
  #nodes = 0;
  /** Where the innermost open bracket stands. */
  #bracket: number | undefined;

  /** Faults that leave the structure whole go to `faults`, others are thrown. */
  constructor(scanner: Scanner, handles: TagHandles | undefined, faults: YamlFault[]) {
    this.#scanner = scanner;
    this.#handles = handles;
    this.#faults = faults;
  }

  /** The node that begins at the current token. */
  root(): YamlNode {
    return this.#node('block');
  }

  /** What stands where a value was left out: behind the last token. */
  empty(tag?: string): YamlScalar {
    this.#count();
    const { behind } = this.#scanner;
    return { kind: 'scalar', start: behind, end: behind, tag, value: '', style: 'plain' };
  }

  #node(place: Place): YamlNode {
    this.#count();
    const { kind, token, text } = this.#scanner;
    if (kind === 'scalar') return this.#scalar(token, undefined);
    if (kind === 'alias') return this.#alias(token);
    if (kind === 'anchor' || kind === 'tag') return this.#nodeWithProperties(place);
    const node = this.#collection(place, undefined, undefined);
    if (node === undefined)
      throw missingValue(text, kind, token, place === 'flow' ? this.#bracket : undefined);
    return node;
  }

  #nodeWithProperties(place: Place): Anchored {
    const scanner = this.#scanner;
    let anchor: string | undefined;
    let tag: string | undefined;
    for (; ; scanner.advance()) {
      if (scanner.kind === 'anchor' && anchor === undefined) anchor = scanner.token.value;
      else if (scanner.kind === 'tag' && tag === undefined) tag = this.#tagInFull(scanner.token);
      else break;
    }
    if (scanner.kind === 'scalar') return this.#named(anchor, this.#scalar(scanner.token, tag));
    return this.#collection(place, tag, anchor) ?? this.#named(anchor, this.empty(tag));
  }

  #named<Node extends Anchored>(anchor: string | undefined, node: Node): Node {
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  #tagInFull(token: Token): string {
    if (this.#handles) return this.#handles.inFull(token);
    const { handle, value, start, end } = token;
    if (handle === '' || handle === '!') return handle + value;
    if (handle === '!!') return `tag:yaml.org,2002:${value}`;
    throw syntaxFault(start, end, `the tag handle "${handle}" is not declared`);
  }

  #scalar(token: Token, tag: string | undefined): YamlScalar {
    const { start, end, value, style } = token;
    this.#scanner.advance();
    return { kind: 'scalar', start, end, tag, value, style };
  }

  #alias(token: Token): YamlNode {
    const { start, end, value: name } = token;
    const target = this.#anchors.get(name);
    this.#scanner.advance();
    if (target && target.end !== OPEN) return { kind: 'alias', start, end, tag: undefined, name, target };
    const span = { start, end };
    if (target) {
      const message = `the anchor "${name}" contains itself`;
      this.#faults.push({ kind: 'recursive-anchor', span, message });
    } else {
      const message = `no anchor "${name}" stands before this alias`;
      const hint = 'quote the value if "*" is not meant as an alias';
      this.#faults.push({ kind: 'unknown-anchor', span, message, hint });
    }
    return { kind: 'scalar', start, end, tag: undefined, value: '', style: 'plain' };
  }

  #collection(
    place: Place,
    tag: string | undefined,
    anchor: string | undefined,
  ): YamlMap | YamlSeq | undefined {
    switch (this.#scanner.kind) {
      case 'block-map-start':
        return place === 'flow' ? undefined : this.#blockMap(this.#named(anchor, this.#openMap(tag, false)));
      case 'block-seq-start':
        return place === 'flow' ? undefined : this.#blockSeq(this.#named(anchor, this.#openSeq(tag, false)));
      case 'entry':
        return place === 'value'
          ? this.#hangingSeq(this.#named(anchor, this.#openSeq(tag, false)))
          : undefined;
      case 'flow-map-start':
        return this.#flowMap(this.#named(anchor, this.#openMap(tag, true)));
      case 'flow-seq-start':
        return this.#flowSeq(this.#named(anchor, this.#openSeq(tag, true)));
      default:
        return undefined;
    }
  }

  #openMap(tag: string | undefined, flow: boolean): OpenMap {
    this.#deepen();
    return { kind: 'map', start: this.#scanner.token.start, end: OPEN, tag, pairs: [], flow };
  }

  #openSeq(tag: string | undefined, flow: boolean): OpenSeq {
    this.#deepen();
    return { kind: 'seq', start: this.#scanner.token.start, end: OPEN, tag, items: [], flow };
  }

  #count(): void {
    if (++this.#nodes <= MOST_NODES) return;
    const { start } = this.#scanner.token;
    const message = `more than ${MOST_NODES} keys and values stand in the file`;
    throw new FaultFound({ kind: 'too-many', span: { start, end: start + 1 }, message });
  }

  #deepen(): void {
    if (++this.#depth <= DEEPEST) return;
    const { start } = this.#scanner.token;
    const message = `more than ${DEEPEST} lists and maps stand inside each other`;
    throw new FaultFound({ kind: 'too-deep', span: { start, end: start + 1 }, message });
  }

  #close<Node extends OpenMap | OpenSeq>(node: Node, end: number): Node {
    this.#depth--;
    node.end = end;
    // A list that grew has room for seventeen, and most collections are of one or two.
    if (node.kind === 'map') node.pairs = fitting(node.pairs);
    else node.items = fitting(node.items);
    return node;
  }

  #addPair(map: OpenMap, pair: YamlPair): void {
    if (Array.isArray(map.pairs) && map.pairs.length === LONG) {
      map.pairs = new PackedPairs(this.#scanner.text, map.pairs);
    }
    map.pairs.push(pair);
  }

  #addItem(seq: OpenSeq, item: YamlNode): void {
    if (Array.isArray(seq.items) && seq.items.length === LONG) {
      seq.items = new PackedNodes(this.#scanner.text, seq.items);
    }
    seq.items.push(item);
  }

  #blockMap(map: OpenMap): YamlMap {
    const scanner = this.#scanner;
    scanner.advance();
    let end = map.start;
    while (this.#at('key')) {
      scanner.advance();
      const key = this.#endsBlockPart() ? this.empty() : this.#node('value');
      const value = this.#blockValue();
      this.#addPair(map, { key, value });
      end = Math.max(end, key.end, value.end);
    }
    if (!this.#at('block-end')) {
      throw interruptedBlock(scanner.text, map, lastValue(map), scanner.kind, scanner.token);
    }
    scanner.advance();
    return this.#close(map, end);
  }

  #blockValue(): YamlNode {
    if (!this.#at('value')) return this.empty();
    this.#scanner.advance();
    return this.#endsBlockPart() ? this.empty() : this.#node('value');
  }

  #endsBlockPart(): boolean {
    return this.#at('key') || this.#at('value') || this.#at('block-end');
  }

  #blockSeq(seq: OpenSeq): YamlSeq {
    const scanner = this.#scanner;
    scanner.advance();
    let end = seq.start;
    while (this.#at('entry')) {
      scanner.advance();
      const item = this.#at('entry') || this.#at('block-end') ? this.empty() : this.#node('block');
      this.#addItem(seq, item);
      end = Math.max(end, item.end);
    }
    if (!this.#at('block-end')) {
      throw interruptedBlock(scanner.text, seq, seq.items.at(-1), scanner.kind, scanner.token);
    }
    scanner.advance();
    return this.#close(seq, end);
  }

  /** A list at the column of the key that it belongs to: it has neither start nor end tokens. */
  #hangingSeq(seq: OpenSeq): YamlSeq {
    let end = seq.start;
    while (this.#at('entry')) {
      this.#scanner.advance();
      const item = this.#at('entry') || this.#endsBlockPart() ? this.empty() : this.#node('block');
      this.#addItem(seq, item);
      end = Math.max(end, item.end);
    }
    return this.#close(seq, end);
  }

  #flowSeq(seq: OpenSeq): YamlSeq {
    const outer = this.#enterBracket(seq.start);
    while (!this.#at('flow-seq-end')) {
      if (seq.items.length > 0) this.#separator(seq.items.at(-1));
      if (this.#at('flow-seq-end')) break;
      this.#addItem(seq, this.#at('key') ? this.#singlePair() : this.#node('flow'));
    }
    return this.#close(seq, this.#leaveBracket(outer));
  }

  /** `[a: b]` is a list with one map of one pair. */
  #singlePair(): YamlMap {
    const map = this.#openMap(undefined, true);
    this.#scanner.advance();
    const hasKey = !this.#at('value') && !this.#endsFlowPart('flow-seq-end');
    const key = hasKey ? this.#node('flow') : this.empty();
    // The reference drops a token here, so `[? : a]` is refused and `[? : ]` is read.
    if (!hasKey) this.#scanner.advance();
    const value = this.#flowValue('flow-seq-end');
    this.#addPair(map, { key, value });
    return this.#close(map, Math.max(key.end, value.end));
  }

  #flowMap(map: OpenMap): YamlMap {
    const outer = this.#enterBracket(map.start);
    while (!this.#at('flow-map-end')) {
      if (map.pairs.length > 0) this.#separator(lastValue(map));
      if (this.#at('flow-map-end')) break;
      this.#addPair(map, this.#flowPair());
    }
    return this.#close(map, this.#leaveBracket(outer));
  }

  #flowPair(): YamlPair {
    if (!this.#at('key')) return { key: this.#node('flow'), value: this.empty() };
    this.#scanner.advance();
    const hasKey = !this.#at('value') && !this.#endsFlowPart('flow-map-end');
    const key = hasKey ? this.#node('flow') : this.empty();
    return { key, value: this.#flowValue('flow-map-end') };
  }

  #flowValue(closing: TokenKind): YamlNode {
    if (!this.#at('value')) return this.empty();
    this.#scanner.advance();
    return this.#endsFlowPart(closing) ? this.empty() : this.#node('flow');
  }

  #endsFlowPart(closing: TokenKind): boolean {
    return this.#at('flow-entry') || this.#at(closing);
  }

  #separator(last: YamlNode | undefined): void {
    const { kind, token, text } = this.#scanner;
    if (kind !== 'flow-entry') throw interruptedFlow(text, this.#bracket as number, last, kind, token);
    this.#scanner.advance();
  }

  #enterBracket(start: number): number | undefined {
    const outer = this.#bracket;
    this.#bracket = start;
    this.#scanner.advance();
    return outer;
  }

  #leaveBracket(outer: number | undefined): number {
    this.#bracket = outer;
    this.#scanner.advance();
    return this.#scanner.behind;
  }

  #at(kind: TokenKind): boolean {
    return this.#scanner.kind === kind;
  }
}

function fitting<List>(children: List): List {
  return Array.isArray(children) ? (children.slice() as List) : children;
}

function lastValue(map: YamlMap): YamlNode | undefined {
  return map.pairs.at(-1)?.value;
}
