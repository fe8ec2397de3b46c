import { ExpressionError } from '../expression-error.ts';
import { finiteOrNull, isInt64 } from '../values/int64.ts';
import { foreignSign } from './advice.ts';
import type { Token } from './token.ts';
import { isWhiteSpace } from './white-space.ts';

const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /[0-9]+(?:(\.)[0-9]+)?/y;
const PLAIN = { '"': /[^"\\]*/y, "'": /[^'\\]*/y } as const;
/** `|` is no operator: it is read so that filters can be named as what they are. */
const SIGN = /==|!=|<=|>=|[-+*/%()[\],.<>|]/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
]);

/** Reads the tokens of `text` between two offsets, one at a time. Throws `ExpressionError` for what is none. */
export class Lexer {
  readonly #text: string;
  readonly #end: number;
  #at: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  next(): Token {
    while (this.#at < this.#end && isWhiteSpace(this.#text.charCodeAt(this.#at))) this.#at++;
    const start = this.#at;
    const first = this.#text[start];
    if (start >= this.#end || first === undefined) return { kind: 'end', start: this.#end, end: this.#end };
    if (first === '"' || first === "'") return this.#string(first);
    const word = this.#take(WORD);
    if (word !== '') return { kind: 'word', text: word, start, end: this.#at };
    const number = this.#take(NUMBER);
    if (number !== '') return this.#number(number, start);
    const sign = this.#take(SIGN);
    if (sign !== '') return { kind: 'sign', text: sign, start, end: this.#at };
    return this.#refuse(start);
  }

  #refuse(start: number): never {
    const [sign, hint] = foreignSign(this.#text, start) ?? [
      String.fromCodePoint(this.#text.codePointAt(start) ?? 0),
    ];
    const at = { start, end: Math.min(start + sign.length, this.#end) };
    throw new ExpressionError('syntax', `${JSON.stringify(sign)} has no meaning in expressions`, at, hint);
  }

  #number(written: string, start: number): Token {
    const end = this.#at;
    if (written.includes('.')) return { kind: 'float', value: finiteOrNull(Number(written)), start, end };
    const value = written.length <= 20 ? BigInt(written) : undefined;
    if (value !== undefined && isInt64(value)) return { kind: 'integer', value, start, end };
    const shown = written.length > 40 ? `${written.slice(0, 37)}…` : written;
    throw new ExpressionError(
      'syntax',
      `${shown} does not fit 64 bits`,
      { start, end },
      'write it with ".0"',
    );
  }

  #string(quote: '"' | "'"): Token {
    const start = this.#at++;
    let value = '';
    for (;;) {
      value += this.#take(PLAIN[quote]);
      const stop = this.#at < this.#end ? this.#text[this.#at] : undefined;
      if (stop === undefined) break;
      this.#at++;
      if (stop === quote) return { kind: 'string', value, start, end: this.#at };
      const escaped = this.#at < this.#end ? this.#text[this.#at] : undefined;
      if (escaped === undefined) break;
      this.#at++;
      // What is no escape is kept with its backslash.
      value += escaped === quote ? quote : (ESCAPES.get(escaped) ?? `\\${escaped}`);
    }
    const at = { start, end: this.#end };
    throw new ExpressionError('syntax', `the text has no closing ${quote}`, at, `end it with ${quote}`);
  }

  /** What the pattern matches here, cut off at the end. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    const taken = found.slice(0, this.#end - this.#at);
    this.#at += taken.length;
    return taken;
  }
}
