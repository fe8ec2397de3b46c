import type { WordList } from './floor-row.ts';

type Entry = readonly string[];

/** The entries of a word list, by their first word. */
export class WordIndex {
  readonly size: number;
  readonly #byFirst = new Map<string, Entry[]>();
  /** Entries that begin with a pattern. */
  readonly #loose: Entry[] = [];
  /** Entries that may stand anywhere, without their `**`. */
  readonly #anywhere: WordIndex | undefined;

  constructor(entries: readonly Entry[]) {
    this.size = entries.length;
    const anywhere: Entry[] = [];
    for (const entry of entries) {
      const [first = '', ...rest] = entry;
      if (first === '**') anywhere.push(rest);
      else if (first.endsWith('*')) this.#loose.push(entry);
      else this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), entry]);
    }
    this.#anywhere = anywhere.length > 0 ? new WordIndex(anywhere) : undefined;
  }

  /** The entry that the words begin with. */
  beginning(words: readonly string[]): string | undefined {
    return this.#at(words, 0) ?? this.#anywhere?.among(words);
  }

  /** The entry that stands somewhere among the words. */
  among(words: readonly string[]): string | undefined {
    if (this.size === 0) return undefined;
    for (let at = 0; at < words.length; at++) {
      const found = this.#at(words, at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #at(words: readonly string[], at: number): string | undefined {
    const exact = this.#byFirst.get(words[at] as string);
    const found =
      exact?.find((entry) => matchesAt(words, at, entry)) ??
      this.#loose.find((entry) => matchesAt(words, at, entry));
    return found?.join(' ');
  }
}

/** The entries of a word list, each as its words. */
export function entriesOf(list: WordList | undefined): readonly Entry[] {
  return (list ?? []).flatMap((entry) => entry.split(', ')).map((entry) => entry.split(' '));
}

function matchesAt(words: readonly string[], at: number, entry: Entry): boolean {
  return entry.every((pattern, index) => matches(words[at + index], pattern));
}

function matches(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
