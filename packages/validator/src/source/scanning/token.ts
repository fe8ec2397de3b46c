import type { ScalarStyle } from '../yaml-node.ts';

export type TokenKind =
  | 'stream-end'
  | 'yaml-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-map-start'
  | 'block-seq-start'
  | 'block-end'
  | 'flow-map-start'
  | 'flow-map-end'
  | 'flow-seq-start'
  | 'flow-seq-end'
  | 'flow-entry'
  | 'entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

/** One token; the scanner reuses these objects, so the parser reads what it needs before it asks for the next. */
export class Token {
  kind: TokenKind = 'stream-end';
  start = 0;
  end = 0;
  /** A scalar's text, an anchor's or alias's name, a tag's suffix, a directive's prefix or version. */
  value = '';
  /** The handle of a tag or of a `%TAG` directive. */
  handle = '';
  style: ScalarStyle = 'plain';
  /** How many tokens the scanner found out later to stand before this one: 1 `key`, 2 `block-map-start` and `key`. */
  implied: 0 | 1 | 2 = 0;
  /** Whether a `:` on the same line may still make this token the start of a key. */
  mayBeKey = false;
  /** Nothing but a key may stand where this token stands. */
  mustBeKey = false;
  /** A closed bracket without a place for a key in it: the reference does not hold it back, so `{? a}: b` is refused. */
  isForgotten = false;
  flowLevel = 0;
}
