/** A JSON number as it was written. `1.250` and `1.25` are different literals of one value. */
export class ExactNumber {
  readonly literal: string;

  constructor(literal: string) {
    this.literal = literal;
  }
}

/** An object; a Map, so that `__proto__` is a key like any other and the written order is kept. */
export type ExactObject = ReadonlyMap<string, ExactJson>;

/** Any JSON value with its numbers as written. */
export type ExactJson = null | boolean | string | ExactNumber | readonly ExactJson[] | ExactObject;

/** Why a text is not JSON, and where: `offset` counts UTF-16 units from 0. */
export class ExactJsonError extends Error {
  override readonly name = 'ExactJsonError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

export interface ExactJsonLimits {
  /** How deep arrays and objects may nest; 1,000 when not given. */
  readonly maxDepth?: number;
}

const DEFAULT_MAX_DEPTH = 1000;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WHITESPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings refuse exactly these
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const HEX4 = /[0-9a-fA-F]{4}/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads one JSON text as RFC 8259 has it: no comments, no trailing commas, no byte order mark.
 * Numbers keep their text; a key that occurs twice in one object is refused, however it is escaped.
 * Lone surrogates in escapes are kept. Throws `ExactJsonError`.
 */
export function parseExactJson(text: string, limits: ExactJsonLimits = {}): ExactJson {
  const reader = new Reader(text, limits.maxDepth ?? DEFAULT_MAX_DEPTH);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  value(depth: number): ExactJson {
    this.#take(WHITESPACE);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth + 1);
      case '[':
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  end(): void {
    this.#take(WHITESPACE);
    if (this.#at < this.#text.length) this.#fail('text after the JSON value');
  }

  #object(depth: number): ExactObject {
    this.#open(depth);
    const entries = new Map<string, ExactJson>();
    if (this.#closes('}')) return entries;
    do {
      this.#take(WHITESPACE);
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"') this.#fail('expected a key in double quotes');
      const key = this.#string();
      if (entries.has(key)) this.#fail(`duplicate key ${JSON.stringify(key)}`, keyAt);
      this.#take(WHITESPACE);
      if (this.#text[this.#at] !== ':') this.#fail('expected ":" after the key');
      this.#at++;
      entries.set(key, this.value(depth));
    } while (this.#continues('}'));
    return entries;
  }

  #array(depth: number): readonly ExactJson[] {
    this.#open(depth);
    const items: ExactJson[] = [];
    if (this.#closes(']')) return items;
    do items.push(this.value(depth));
    while (this.#continues(']'));
    return items;
  }

  #open(depth: number): void {
    if (depth > this.#maxDepth) this.#fail(`nested deeper than ${this.#maxDepth} levels`);
    this.#at++;
  }

  #closes(bracket: string): boolean {
    this.#take(WHITESPACE);
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #continues(bracket: string): boolean {
    if (this.#closes(bracket)) return false;
    if (this.#text[this.#at] !== ',') this.#fail(`expected "," or "${bracket}"`);
    this.#at++;
    return true;
  }

  #string(): string {
    let value = '';
    this.#at++;
    for (;;) {
      value += this.#take(PLAIN);
      const stop = this.#text[this.#at];
      if (stop === '"') {
        this.#at++;
        return value;
      }
      if (stop === undefined) this.#fail('the string has no closing quote');
      if (stop !== '\\') this.#fail('a control character in a string must be escaped');
      value += this.#escape();
    }
  }

  #escape(): string {
    const at = this.#at;
    const letter = this.#text[at + 1] ?? '';
    this.#at += 2;
    if (letter === 'u') {
      const digits = this.#take(HEX4);
      if (digits === '') this.#fail('expected four hexadecimal digits after "\\u"', at);
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meaning = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (meaning === undefined) this.#fail(`"\\${letter}" is not an escape`, at);
    return meaning as string;
  }

  #number(): ExactNumber {
    const literal = this.#take(NUMBER);
    if (literal === '') this.#fail(this.#at < this.#text.length ? 'expected a value' : 'the text ends early');
    return new ExactNumber(literal);
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('expected a value');
    this.#at += word.length;
    return value;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #fail(message: string, offset = this.#at): never {
    throw new ExactJsonError(message, offset);
  }
}

/** Writes a value without white space, numbers as they were, keys in their order. */
export function writeExactJson(value: ExactJson): string {
  if (value instanceof ExactNumber) return value.literal;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => `${JSON.stringify(key)}:${writeExactJson(item)}`);
    return `{${entries.join(',')}}`;
  }
  return `[${(value as readonly ExactJson[]).map(writeExactJson).join(',')}]`;
}
