import { colonWithoutKey, strangeIndicator, strangeStart } from '../faults/key-faults.ts';
import { scanBlockScalar } from './block-scalar.ts';
import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKTICK,
  BANG,
  COLON,
  COMMA,
  CR,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isBlankOrEnd,
  isBreak,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  NUL,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { skipTabsToComment } from './comments.ts';
import { Cursor } from './cursor.ts';
import { scanDirective } from './directive.ts';
import { KeyCandidates } from './key-candidates.ts';
import { scanAnchorOrAlias, scanTag } from './node-properties.ts';
import { scanPlainScalar } from './plain-scalar.ts';
import { scanQuotedScalar } from './quoted-scalar.ts';
import { Token, type TokenKind } from './token.ts';
import { TokenQueue } from './token-queue.ts';

/**
 * Turns text into the token stream of the libyaml dialect: indentation becomes tokens, and a `:` turns what stood
 * before it into a key. `token` and `kind` are the current token; it is final, because a token that a `:` may still
 * turn into a key is held back until that is settled.
 */
export class Scanner extends Cursor {
  token: Token = new Token();
  kind: TokenKind = 'stream-end';
  /** Where the last token before the current one ended that stands in the text. */
  behind: number;

  readonly #queue = new TokenQueue();
  readonly #keys: KeyCandidates;
  /** The columns of the block collections around the innermost one, outermost first. */
  readonly #outerIndents: number[] = [];
  /** The column of the innermost open block collection. */
  #indent = -1;

  constructor(text: string, from: number) {
    super(text, from);
    this.behind = from;
    this.#keys = new KeyCandidates(this);
    this.#settle();
  }

  /** Moves to the next token; does nothing at the end of the stream. */
  advance(): void {
    const { token } = this;
    if (token.implied > 0) token.implied--;
    else if (this.kind !== 'stream-end') {
      if (token.end > token.start) this.behind = token.end;
      this.#queue.removeFirst();
    }
    this.#settle();
  }

  /** Makes the first token of the queue the current one, when it is certain whether it begins a key. */
  #settle(): void {
    const queue = this.#queue;
    for (; ; this.#fetch()) {
      if (queue.size === 0) continue;
      const token = queue.first;
      if (token.mayBeKey) {
        if (token.isForgotten && queue.size > 2) this.#keys.drop(token.flowLevel);
        else if (this.#keys.settle(token)) continue;
      }
      this.token = token;
      this.kind = token.implied === 0 ? token.kind : token.implied === 1 ? 'key' : 'block-map-start';
      return;
    }
  }

  #push(kind: TokenKind, width: number): Token {
    const token = this.#queue.add();
    token.kind = kind;
    token.start = this.pos;
    this.pos += width;
    token.end = this.pos;
    return token;
  }

  #fetch(): void {
    this.#skipToToken();
    this.#closeBlocks(this.column);
    const { text, pos } = this;
    const c = text.charCodeAt(pos);
    if (pos === this.lineStart && this.#fetchLineStart(c)) return;
    if (!this.#fetchIndicator(c)) this.#fetchContent(c);
  }

  #fetchLineStart(c: number): boolean {
    if (c === PERCENT) {
      this.#closeAll();
      scanDirective(this, this.#queue.add());
      return true;
    }
    if (!this.atDocumentMarker()) return false;
    this.#closeAll();
    this.#push(c === DASH ? 'document-start' : 'document-end', 3);
    return true;
  }

  #fetchIndicator(c: number): boolean {
    switch (c) {
      case NUL:
        this.#closeAll();
        this.#keys.end();
        this.#push('stream-end', 0);
        return true;
      case LEFT_BRACKET:
        this.#fetchFlowStart('flow-seq-start');
        return true;
      case LEFT_BRACE:
        this.#fetchFlowStart('flow-map-start');
        return true;
      case RIGHT_BRACKET:
        this.#keys.leave();
        this.#push('flow-seq-end', 1);
        return true;
      case RIGHT_BRACE:
        this.#keys.leave();
        this.#push('flow-map-end', 1);
        return true;
      case COMMA:
        this.#keys.drop(this.#keys.level);
        this.#keys.allowed = true;
        this.#push('flow-entry', 1);
        return true;
      case DASH:
        if (!this.#blankFollows()) return false;
        this.#fetchEntry();
        return true;
      case QUESTION:
        if (this.#keys.level === 0 && !this.#blankFollows()) return false;
        this.#fetchKey();
        return true;
      case COLON:
        if (this.#keys.level === 0 && !this.#blankFollows()) return false;
        this.#fetchValue();
        return true;
      default:
        return false;
    }
  }

  #fetchContent(c: number): void {
    const keys = this.#keys;
    if ((c === PIPE || c === GREATER) && keys.level === 0) {
      keys.drop(0);
      keys.allowed = true;
      scanBlockScalar(this, this.#queue.add(), this.#indent);
      return;
    }
    const where = keys.level > 0 ? 'flow' : 'block';
    if (cannotStart(c)) throw strangeStart(this.text, this.pos, where);
    const token = this.#beginToken();
    switch (c) {
      case ASTERISK:
      case AMPERSAND:
        scanAnchorOrAlias(this, token, where);
        break;
      case BANG:
        scanTag(this, token);
        break;
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE:
        scanQuotedScalar(this, token);
        break;
      default:
        scanPlainScalar(this, token, this.#indent + 1, where);
        if (this.lineStart > token.end) keys.allowed = true;
    }
  }

  /** Adds a token that a `:` may turn into a key; what it is and where it ends is for the caller to say. */
  #beginToken(): Token {
    const token = this.#queue.add();
    token.start = this.pos;
    this.#keys.note(token, this.#keys.level === 0 && this.#indent === this.column);
    return token;
  }

  #fetchFlowStart(kind: TokenKind): void {
    const token = this.#beginToken();
    token.kind = kind;
    token.end = ++this.pos;
    this.#keys.enter(token);
  }

  #fetchEntry(): void {
    const keys = this.#keys;
    if (keys.level === 0) {
      if (!keys.allowed) throw strangeIndicator(this.pos, 'a list item');
      if (this.#opensBlock(this.column)) this.#push('block-seq-start', 0);
    }
    keys.drop(keys.level);
    keys.allowed = true;
    this.#push('entry', 1);
  }

  #fetchKey(): void {
    const keys = this.#keys;
    if (keys.level === 0) {
      if (!keys.allowed) throw strangeIndicator(this.pos, 'a "?" key');
      if (this.#opensBlock(this.column)) this.#push('block-map-start', 0);
    }
    keys.drop(keys.level);
    keys.allowed = keys.level === 0;
    this.#push('key', 1);
  }

  #fetchValue(): void {
    const keys = this.#keys;
    const key = keys.take();
    if (key) {
      key.implied = this.#opensBlock(key.start - this.lineStart) ? 2 : 1;
      keys.allowed = false;
    } else {
      if (keys.level === 0) {
        if (!keys.allowed) throw colonWithoutKey(this.text, this.pos, this.#queue.last, this.#indent);
        if (this.#opensBlock(this.column)) this.#push('block-map-start', 0);
      }
      keys.allowed = keys.level === 0;
    }
    this.#push('value', 1);
  }

  #opensBlock(column: number): boolean {
    if (this.#keys.level > 0 || this.#indent >= column) return false;
    this.#outerIndents.push(this.#indent);
    this.#indent = column;
    return true;
  }

  #closeBlocks(column: number): void {
    if (this.#keys.level > 0) return;
    while (this.#indent > column) {
      this.#push('block-end', 0);
      this.#indent = this.#outerIndents.pop() as number;
    }
  }

  #closeAll(): void {
    this.#closeBlocks(-1);
    this.#keys.drop(this.#keys.level);
    this.#keys.allowed = false;
  }

  #blankFollows(): boolean {
    return isBlankOrEnd(this.text.charCodeAt(this.pos + 1));
  }

  /** Skips blanks, comments and line ends. A tab may separate, but not stand where it could indent. */
  #skipToToken(): void {
    const { text } = this;
    const keys = this.#keys;
    let commentEnd: number | undefined;
    for (;;) {
      let { pos } = this;
      let c = text.charCodeAt(pos);
      const tabsToo = keys.level > 0 || !keys.allowed;
      while (c === SPACE || (c === TAB && tabsToo)) c = text.charCodeAt(++pos);
      this.pos = pos;
      if (c === TAB && skipTabsToComment(this, this.#tokenEndOnLine(), commentEnd)) c = HASH;
      if (c === HASH) {
        const standsAlone = commentEnd !== undefined || this.#tokenEndOnLine() === undefined;
        this.skipToLineEnd();
        c = text.charCodeAt(this.pos);
        commentEnd = standsAlone && (c === LF || c === CR) ? this.pos : undefined;
      }
      if (c !== LF && !isBreak(c)) return;
      this.skipBreak();
      if (keys.level === 0) keys.allowed = true;
    }
  }

  /** Where the last token ended, if on this line and one of those after which the reference looks for a comment. */
  #tokenEndOnLine(): number | undefined {
    const { last } = this.#queue;
    if (last === undefined || last.end < this.lineStart) return undefined;
    const { kind } = last;
    return kind === 'entry' || kind === 'document-start' || kind === 'document-end' ? undefined : last.end;
  }
}

/** `@`, a backtick, `%`, a tab, and `|` or `>` within brackets. */
function cannotStart(c: number): boolean {
  return c === AT || c === BACKTICK || c === PERCENT || c === TAB || c === PIPE || c === GREATER;
}
