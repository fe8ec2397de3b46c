import type { WordList } from './floor-row.ts';

/** The entries of a word list, each as its words. */
export function entriesOf(list: WordList | undefined): readonly (readonly string[])[] {
  return (list ?? []).flatMap((entry) => entry.split(', ')).map((entry) => entry.split(' '));
}

/** The entry that the words begin with; a leading `**` lets it stand anywhere. */
export function beginning(
  words: readonly string[],
  entries: readonly (readonly string[])[],
): string | undefined {
  const entry = entries.find(([first, ...rest]) =>
    first === '**'
      ? words.some((_, at) => matchesAt(words, at, rest))
      : matchesAt(words, 0, [first as string, ...rest]),
  );
  return entry?.join(' ');
}

/** The entry that stands somewhere among the words. */
export function among(words: readonly string[], entries: readonly (readonly string[])[]): string | undefined {
  return entries.find((entry) => words.some((_, at) => matchesAt(words, at, entry)))?.join(' ');
}

function matchesAt(words: readonly string[], at: number, entry: readonly string[]): boolean {
  return entry.every((pattern, index) => matches(words[at + index], pattern));
}

function matches(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
