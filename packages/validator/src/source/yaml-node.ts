import type { Children } from './children.ts';

/** How a scalar was written; decides whether its text may mean a number, a boolean or null. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface Located {
  /** Offset of the first character of the node itself (its tag and anchor excluded). */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
  /**
   * The tag in full (`!!int` as `tag:yaml.org,2002:int`), or undefined when none was written.
   * The non-specific tag is `!`: it says "as written, not resolved".
   */
  readonly tag: string | undefined;
}

/** A value that was left out is a plain scalar with the value '' and an empty span behind what precedes it. */
export interface YamlScalar extends Located {
  readonly kind: 'scalar';
  /** The text after unquoting, unescaping and folding. */
  readonly value: string;
  readonly style: ScalarStyle;
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlMap extends Located {
  readonly kind: 'map';
  readonly pairs: Children<YamlPair>;
  readonly flow: boolean;
}

export interface YamlSeq extends Located {
  readonly kind: 'seq';
  readonly items: Children<YamlNode>;
  readonly flow: boolean;
}

export interface YamlAlias extends Located {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlTarget;
}

/** What an alias may stand for. */
export type YamlTarget = YamlScalar | YamlMap | YamlSeq;

export type YamlNode = YamlTarget | YamlAlias;

/** The node itself, or the one that it stands for. */
export function targetOf(node: YamlNode): YamlTarget {
  return node.kind === 'alias' ? node.target : node;
}
