import { scanBlockScalar } from './block-scalar.ts';
import {
  AMPERSAND,
  ASTERISK,
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
import { Cursor } from './cursor.ts';
import { scanDirective } from './directive.ts';
import { tabInIndentation } from './indentation-faults.ts';
import { scanAnchorOrAlias, scanTag } from './node-properties.ts';
import { scanPlainScalar } from './plain-scalar.ts';
import { scanQuotedScalar } from './quoted-scalar.ts';
import { quotableRest } from './quoting.ts';
import { colonWithoutKey, keyWithoutColon } from './structure-faults.ts';
import { Token, type TokenKind } from './token.ts';
import { type FaultFound, syntaxFault } from './yaml-fault.ts';

const LONGEST_KEY = 1024;
const LONGEST_LOOK_FOR_COMMENT = 512;

/**
 * Turns text into the token stream of the libyaml dialect: indentation becomes tokens, and a `:` turns what stood
 * before it into a key. `token` and `kind` are the current token; it is final, because a token that a `:` may still
 * turn into a key is held back until that is settled.
 */
export class Scanner extends Cursor {
  token: Token = new Token();
  kind: TokenKind = 'stream-end';

  readonly #tokens: Token[] = [];
  #last: Token | undefined;
  #head = 0;
  #tail = 0;
  /** The columns of the open block collections, outermost first. */
  readonly #indents: number[] = [];
  #indent = -1;
  #flowLevel = 0;
  /** Per flow level, the token that a `:` would turn into a key. */
  readonly #keys: (Token | undefined)[] = [undefined];
  /** Per flow level, the bracket that opened it, until a key may begin within it. */
  readonly #brackets: (Token | undefined)[] = [undefined];
  /** Whether a key, or an indicator that opens a block collection, may begin here. */
  #keyAllowed = true;
  #done = false;

  constructor(text: string, from: number) {
    super(text, from);
    this.#settleHead();
  }

  /** Moves to the next token; does nothing at the end of the stream. */
  advance(): void {
    if (this.token.implied > 0) this.token.implied--;
    else if (this.kind !== 'stream-end') this.#head++;
    this.#settleHead();
  }

  #settleHead(): void {
    for (;;) {
      if (this.#head === this.#tail) {
        this.#head = 0;
        this.#tail = 0;
        this.#fetch();
        continue;
      }
      const token = this.#tokens[this.#head] as Token;
      const isHeldBack = token.mayBeKey && !(token.isForgotten && this.#tail - this.#head > 2);
      if (!isHeldBack || !this.#isFresh(token)) {
        if (token.mayBeKey) this.#dropKey(token.flowLevel);
        this.token = token;
        this.kind = token.implied === 0 ? token.kind : token.implied === 1 ? 'key' : 'block-map-start';
        return;
      }
      this.#fetch();
    }
  }

  #push(kind: TokenKind, start: number, end: number): Token {
    const token = this.#next();
    token.kind = kind;
    token.start = start;
    token.end = end;
    return token;
  }

  #next(): Token {
    let token = this.#tokens[this.#tail];
    if (token === undefined) {
      token = new Token();
      this.#tokens.push(token);
    }
    this.#tail++;
    this.#last = token;
    token.implied = 0;
    token.mayBeKey = false;
    token.isForgotten = false;
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

  #fetchIndicator(c: number): boolean {
    switch (c) {
      case NUL:
        this.#fetchStreamEnd();
        return true;
      case LEFT_BRACKET:
        this.#fetchFlowStart('flow-seq-start');
        return true;
      case LEFT_BRACE:
        this.#fetchFlowStart('flow-map-start');
        return true;
      case RIGHT_BRACKET:
        this.#fetchFlowEnd('flow-seq-end');
        return true;
      case RIGHT_BRACE:
        this.#fetchFlowEnd('flow-map-end');
        return true;
      case COMMA:
        this.#fetchFlowEntry();
        return true;
      case DASH:
        if (!this.#blankFollows()) return false;
        this.#fetchEntry();
        return true;
      case QUESTION:
        if (this.#flowLevel === 0 && !this.#blankFollows()) return false;
        this.#fetchKey();
        return true;
      case COLON:
        if (this.#flowLevel === 0 && !this.#blankFollows()) return false;
        this.#fetchValue();
        return true;
      default:
        return false;
    }
  }

  #fetchContent(c: number): void {
    if ((c === PIPE || c === GREATER) && this.#flowLevel === 0) {
      this.#dropKey(0);
      this.#keyAllowed = true;
      scanBlockScalar(this, this.#next(), this.#indent);
      return;
    }
    if (cannotStart(c)) throw this.#cannotStart(c);
    const token = this.#beginKey();
    switch (c) {
      case ASTERISK:
      case AMPERSAND:
        scanAnchorOrAlias(this, token);
        break;
      case BANG:
        scanTag(this, token);
        break;
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE:
        scanQuotedScalar(this, token);
        break;
      default:
        scanPlainScalar(this, token, this.#indent + 1, this.#flowLevel > 0);
        if (this.lineStart > token.end) this.#keyAllowed = true;
    }
  }

  #blankFollows(): boolean {
    return isBlankOrEnd(this.text.charCodeAt(this.pos + 1));
  }

  #skipToToken(): void {
    const { text } = this;
    let inComments = false;
    for (;;) {
      let { pos } = this;
      let c = text.charCodeAt(pos);
      while (c === SPACE || (c === TAB && (this.#flowLevel > 0 || !this.#keyAllowed)))
        c = text.charCodeAt(++pos);
      this.pos = pos;
      if (c === TAB && this.#skipTabsToComment(inComments)) c = HASH;
      if (c === HASH) {
        const followsToken = this.#followsToken();
        this.skipToLineEnd();
        c = text.charCodeAt(this.pos);
        inComments = (inComments || !followsToken) && (c === LF || c === CR);
      }
      if (c !== LF && !isBreak(c)) return;
      this.skipBreak();
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
  }

  /**
   * Tabs may not indent, but the reference looks for comments behind them: on the line of a token other than `-`, and
   * over whole lines after a comment that had its own line.
   */
  #skipTabsToComment(inComments: boolean): boolean {
    if (!inComments && !this.#followsToken()) return false;
    const { text, pos, lineStart } = this;
    while (this.pos - pos < LONGEST_LOOK_FOR_COMMENT) {
      const c = text.charCodeAt(this.pos);
      if (c === HASH) return true;
      if (c === SPACE || c === TAB) this.pos++;
      else if (inComments && (c === LF || c === CR)) this.skipBreak();
      else break;
    }
    this.pos = pos;
    this.lineStart = lineStart;
    return false;
  }

  /** Whether the cursor is on the line of a token after which the reference looks for a comment. */
  #followsToken(): boolean {
    const last = this.#last;
    if (last === undefined || last.end < this.lineStart) return false;
    return last.kind !== 'entry' && last.kind !== 'document-start' && last.kind !== 'document-end';
  }

  #fetchLineStart(c: number): boolean {
    if (c === PERCENT) {
      this.#closeAll();
      scanDirective(this, this.#next());
      return true;
    }
    if (!this.atDocumentMarker()) return false;
    this.#closeAll();
    this.#push(c === DASH ? 'document-start' : 'document-end', this.pos, this.pos + 3);
    this.pos += 3;
    return true;
  }

  #fetchStreamEnd(): void {
    this.#closeAll();
    this.#done = true;
    this.#push('stream-end', this.pos, this.pos);
  }

  #closeAll(): void {
    this.#closeBlocks(-1);
    this.#dropKey(this.#flowLevel);
    this.#keyAllowed = false;
  }

  #fetchFlowStart(kind: TokenKind): void {
    const token = this.#beginKey();
    token.kind = kind;
    token.start = this.pos;
    token.end = ++this.pos;
    this.#flowLevel++;
    this.#keys[this.#flowLevel] = undefined;
    this.#brackets[this.#flowLevel] = token;
    this.#keyAllowed = true;
  }

  #fetchFlowEnd(kind: TokenKind): void {
    this.#dropKey(this.#flowLevel);
    const bracket = this.#brackets[this.#flowLevel];
    if (bracket) bracket.isForgotten = true;
    if (this.#flowLevel > 0) this.#flowLevel--;
    this.#keyAllowed = false;
    this.#push(kind, this.pos, ++this.pos);
  }

  #fetchFlowEntry(): void {
    this.#dropKey(this.#flowLevel);
    this.#keyAllowed = true;
    this.#push('flow-entry', this.pos, ++this.pos);
  }

  #fetchEntry(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed)
        throw this.#cannotOpen('a list item', 'begin the list on a line of its own, or quote the value');
      this.#openBlock('block-seq-start');
    }
    this.#dropKey(this.#flowLevel);
    this.#keyAllowed = true;
    this.#push('entry', this.pos, ++this.pos);
  }

  #fetchKey(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw this.#cannotOpen('a "?" key', 'quote the value');
      this.#openBlock('block-map-start');
    }
    this.#dropKey(this.#flowLevel);
    this.#keyAllowed = this.#flowLevel === 0;
    this.#push('key', this.pos, ++this.pos);
  }

  #fetchValue(): void {
    const key = this.#keys[this.#flowLevel];
    if (key?.mayBeKey && this.#isFresh(key)) {
      key.mayBeKey = false;
      this.#keys[this.#flowLevel] = undefined;
      key.implied = this.#opensBlock(key.start - this.lineStart) ? 2 : 1;
      this.#keyAllowed = false;
    } else {
      this.#dropKey(this.#flowLevel);
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) throw colonWithoutKey(this.text, this.pos, this.#last, this.#indent);
        this.#openBlock('block-map-start');
      }
      this.#keyAllowed = this.#flowLevel === 0;
    }
    this.#push('value', this.pos, ++this.pos);
  }

  /** Begins a token that may turn out to be a key. */
  #beginKey(): Token {
    const token = this.#next();
    token.start = this.pos;
    if (this.#keyAllowed) {
      this.#dropKey(this.#flowLevel);
      token.mayBeKey = true;
      token.mustBeKey = this.#flowLevel === 0 && this.#indent === this.column;
      token.flowLevel = this.#flowLevel;
      this.#keys[this.#flowLevel] = token;
      this.#brackets[this.#flowLevel] = undefined;
    }
    this.#keyAllowed = false;
    return token;
  }

  #dropKey(flowLevel: number): void {
    const key = this.#keys[flowLevel];
    if (key === undefined) return;
    if (key.mayBeKey && key.mustBeKey) throw keyWithoutColon(this.text, key);
    key.mayBeKey = false;
    this.#keys[flowLevel] = undefined;
  }

  /** A key ends on its own line, at most 1,024 characters after its start. */
  #isFresh(key: Token): boolean {
    if (key.start < this.lineStart || this.#done) return false;
    const units = this.pos - key.start;
    return (
      units <= LONGEST_KEY || (units <= 2 * LONGEST_KEY && this.#charactersSince(key.start) <= LONGEST_KEY)
    );
  }

  #charactersSince(start: number): number {
    let count = 0;
    for (let pos = start; pos < this.pos; pos++) if ((this.text.charCodeAt(pos) & 0xfc00) !== 0xdc00) count++;
    return count;
  }

  #opensBlock(column: number): boolean {
    if (this.#flowLevel > 0 || this.#indent >= column) return false;
    this.#indents.push(this.#indent);
    this.#indent = column;
    return true;
  }

  #openBlock(kind: TokenKind): void {
    if (this.#opensBlock(this.column)) this.#push(kind, this.pos, this.pos);
  }

  #closeBlocks(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#push('block-end', this.pos, this.pos);
      this.#indent = this.#indents.pop() as number;
    }
  }

  #cannotStart(c: number): FaultFound {
    const { text, pos } = this;
    if (c === TAB) return tabInIndentation(text, pos);
    const { quoted, fix } = quotableRest(text, pos);
    const where = this.#flowLevel > 0 ? ' within brackets' : '';
    return syntaxFault(pos, pos + 1, `a value cannot begin with "${text.charAt(pos)}"${where}`, {
      hint: this.#flowLevel > 0 || quoted.length > 60 ? 'quote the value' : `quote the value: ${quoted}`,
      ...(fix && this.#flowLevel === 0 ? { fix } : {}),
    });
  }

  #cannotOpen(what: string, hint: string): FaultFound {
    return syntaxFault(this.pos, this.pos + 1, `${what} cannot begin here`, { hint });
  }
}

/** `@`, a backtick, `%`, a tab, and `|` or `>` within brackets. */
function cannotStart(c: number): boolean {
  return c === 0x40 || c === 0x60 || c === PERCENT || c === TAB || c === PIPE || c === GREATER || c === NUL;
}
