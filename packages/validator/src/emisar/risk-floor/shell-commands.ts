import { skipDouble, skipExpansion, skipSingle } from './shell-skips.ts';

/** One simple command: its words without quotes; expansions and template blocks stay as they are written. */
export type ShellCommand = readonly string[];

/** Program texts beyond these are not what people write; nesting is bounded by the second. */
const MOST_CHARACTERS = 65_536;
const MOST_EXPANSIONS = 256;

/** Characters that mean nothing inside a word. */
const ORDINARY = /[A-Za-z0-9_./:=@%+,~^*?![\]}-]+/y;

const RESERVED = new Set('if then elif else fi while until do done ! { } time'.split(' '));
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

/**
 * The simple commands of a shell program, those inside `$( … )` included. Undefined where the text holds something
 * that is not read here (here-documents, process substitution, an open quote): then nothing is known.
 */
export function shellCommands(text: string): readonly ShellCommand[] | undefined {
  if (
    text.length > MOST_CHARACTERS ||
    text.split(/\$[({]|`/, MOST_EXPANSIONS + 2).length > MOST_EXPANSIONS + 1
  )
    return undefined;
  const reader = new Reader(text);
  return reader.read(0, undefined) === undefined ? undefined : reader.commands;
}

class Reader {
  readonly commands: string[][] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads up to the closing character, or to the end; answers the offset behind it, undefined when unsure. */
  read(from: number, closing: ')' | undefined): number | undefined {
    const text = this.#text;
    const list = new CommandList(this.commands);
    let at = from;
    let depth = 0;
    while (at < text.length) {
      const char = text[at] as string;
      if (!list.inPatterns && char === '(') depth += 1;
      if (!list.inPatterns && char === ')') depth -= 1;
      if (char === '\\' && text[at + 1] === '\n') at += 2;
      else if (char === ' ' || char === '\t') {
        list.endWord();
        at += 1;
      } else if (char === '#' && !list.inWord) at = endOfLine(text, at);
      else if (char === '<' && (text[at + 1] === '<' || text[at + 1] === '(')) return undefined;
      else if (char === '<' || char === '>') at = list.redirect(text, at);
      else if (depth < 0 && closing === ')') {
        list.endCommand();
        return at + 1;
      } else if (';&|()\n'.includes(char)) at = list.operator(text, at);
      else {
        const next = this.#piece(list, at);
        if (next === undefined) return undefined;
        at = next;
      }
    }
    list.endCommand();
    return closing === undefined && depth === 0 ? at : undefined;
  }

  /** Adds a quoted or expanded piece, or one character, to the word. */
  #piece(list: CommandList, at: number): number | undefined {
    const text = this.#text;
    const char = text[at] as string;
    if (char === "'") {
      const end = skipSingle(text, at);
      return end === undefined ? undefined : list.quoted(text.slice(at + 1, end - 1), end);
    }
    if (char === '"') {
      const end = skipDouble(text, at);
      if (end === undefined) return undefined;
      return list.quoted(text.slice(at + 1, end - 1).replace(/\\(["\\$`])/g, '$1'), end);
    }
    if (char === '\\') return list.quoted(text.slice(at + 1, at + 2), at + 2);
    if (text.startsWith('$(', at) && text[at + 2] !== '(') {
      const end = this.read(at + 2, ')');
      return end === undefined ? undefined : list.add(text.slice(at, end), end);
    }
    if (char === '$' || char === '`' || text.startsWith('{{', at)) {
      const end = skipExpansion(text, at);
      return end === undefined ? undefined : list.add(text.slice(at, end), end);
    }
    ORDINARY.lastIndex = at + 1;
    ORDINARY.test(text);
    const end = Math.max(at + 1, ORDINARY.lastIndex);
    return list.add(text.slice(at, end), end);
  }
}

/** Puts words together to commands and leaves out what is none: patterns of `case`, redirections, reserved words. */
class CommandList {
  inPatterns = false;
  readonly #commands: string[][];
  #words: string[] = [];
  #word: string | undefined;
  #isQuoted = false;
  #isTarget = false;

  constructor(commands: string[][]) {
    this.#commands = commands;
  }

  get inWord(): boolean {
    return this.#word !== undefined;
  }

  add(piece: string, next: number): number {
    this.#word = (this.#word ?? '') + piece;
    return next;
  }

  quoted(piece: string, next: number): number {
    this.#isQuoted = true;
    return this.add(piece, next);
  }

  /** The word behind a redirection is a file, not an argument; digits before it are a descriptor. */
  redirect(text: string, at: number): number {
    if (this.#word !== undefined && /^[0-9]*$/.test(this.#word)) this.#word = undefined;
    this.endWord();
    this.#isTarget = true;
    const [operator] = /^[<>][>|]?&?/.exec(text.slice(at, at + 3)) ?? [''];
    return at + operator.length;
  }

  operator(text: string, at: number): number {
    const isCaseEnd = text.startsWith(';;', at);
    const closesPatterns = text[at] === ')' && this.inPatterns;
    if (this.inPatterns) this.#drop();
    else this.endCommand();
    if (closesPatterns) this.inPatterns = false;
    if (isCaseEnd) this.inPatterns = true;
    return at + (isCaseEnd ? 2 : 1);
  }

  endWord(): void {
    const word = this.#word;
    const isQuoted = this.#isQuoted;
    this.#word = undefined;
    this.#isQuoted = false;
    if (word === undefined) return;
    if (this.#isTarget) {
      this.#isTarget = false;
      return;
    }
    if (this.inPatterns) {
      if (word === 'esac') this.inPatterns = false;
      return;
    }
    if (this.#words.length === 0 && ((!isQuoted && RESERVED.has(word)) || ASSIGNMENT.test(word))) return;
    this.#words.push(word);
    if (this.#words[0] === 'case' && word === 'in') {
      this.#words = [];
      this.inPatterns = true;
    }
  }

  endCommand(): void {
    this.endWord();
    if (this.#words.length > 0) this.#commands.push(this.#words);
    this.#words = [];
    this.#isTarget = false;
  }

  #drop(): void {
    this.endWord();
    this.#words = [];
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
