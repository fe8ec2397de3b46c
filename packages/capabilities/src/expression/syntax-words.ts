import { quote } from '../quote.ts';
import type { TextRange } from '../text-range.ts';

/** What the CEL library found where it could not read on. */
export interface SyntaxFault {
  /** The library's name for the kind of fault. */
  readonly code?: string | undefined;
  /** The library's own sentence. */
  readonly message: string;
  readonly range?: TextRange | undefined;
}

/** Why an expression cannot be read, what to write, and where. */
export interface SyntaxWords {
  readonly message: string;
  readonly hint: string;
  readonly range?: TextRange | undefined;
}

const ANY = 'write one expression of CEL, such as `request.method == "GET"`';

/** How other languages write what CEL has signs for. */
const SIGNS: Readonly<Record<string, string>> = {
  '=': '"==" to compare',
  '&': '"&&" between two conditions',
  '|': '"||" between two conditions',
  and: '"&&" between two conditions',
  or: '"||" between two conditions',
};

/** The library's names for the signs that close something. */
const CLOSING: Readonly<Record<string, string>> = { RPAREN: ')', RBRACKET: ']', RBRACE: '}', COLON: ':' };

/** Says what is wrong with a text that is no expression, in words that do without the names of the library's tokens. */
export function syntaxWords(source: string, { code, message, range }: SyntaxFault): SyntaxWords {
  const end = source.trimEnd().length;
  if (end === 0) return { message: 'there is no expression', hint: ANY };
  const isAtEnd = range !== undefined && range.start >= end;
  const at = isAtEnd ? { start: end - 1, end } : range;
  const found = isAtEnd || !range ? '' : source.slice(range.start, range.end);
  if (code === 'expected_token') return expected(message, found, at);
  if (code === 'unexpected_token' && isAtEnd) {
    const said = `ends behind ${quote(lastWord(source))}, where a value has to follow`;
    return { message: said, hint: 'write the value, such as a text in quotes', range: at };
  }
  if (code === 'unterminated_string') {
    return { message: 'a text is not closed', hint: 'close it with the quote that opens it', range: at };
  }
  if (found === '' || !(code === 'unexpected_token' || code === 'unexpected_character')) {
    return { message, hint: ANY, range: at };
  }
  const sign = Object.hasOwn(SIGNS, found) ? SIGNS[found] : undefined;
  const hint = sign === undefined ? ANY : `write ${sign}`;
  return { message: `${quote(found)} cannot stand here`, hint, range: at };
}

/** The sentence is `Expected RPAREN, got EOF`. */
function expected(message: string, found: string, range: TextRange | undefined): SyntaxWords {
  const [, token = ''] = /^expected ([A-Z]+)/i.exec(message) ?? [];
  const wanted = CLOSING[token];
  const where = found === '' ? 'at the end' : `before ${quote(found)}`;
  if (wanted === undefined) return { message: `something is missing ${where}`, hint: ANY, range };
  return { message: `"${wanted}" is missing ${where}`, hint: `write "${wanted}" there`, range };
}

const lastWord = (source: string): string => source.trimEnd().split(/\s+/).at(-1) ?? '';
