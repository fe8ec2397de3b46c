/** A word that a query means, by its number, and how sure that is: 1 for the word itself. */
export interface Meant {
  readonly word: number;
  readonly weight: number;
}

/** How much another word counts that begins with the one asked for, or differs from it by typing errors. */
const PREFIX_WEIGHT = 0.375;
const TYPO_WEIGHT = 0.45;

/** A short prefix, or a short word with an error in it, is found nearly everywhere. */
const LEAST_PREFIX = 3;
const LEAST_WITH_TYPO = 5;
const MOST_TYPOS = 6;

/** All words of an index, sorted by UTF-16 code units; their numbers are their places. */
export class Vocabulary {
  readonly #words: readonly string[];
  /** How many code units each word shares with the one before it. */
  readonly #shared: Uint16Array;

  constructor(sorted: readonly string[]) {
    this.#words = sorted;
    this.#shared = Uint16Array.from(sorted, (word, at) => sharedLength(word, sorted[at - 1] ?? ''));
  }

  /** The words that one word of a query may mean, each once. */
  meantBy(asked: string): readonly Meant[] {
    const first = this.#firstFrom(asked);
    const meant: Meant[] = this.#words[first] === asked ? [{ word: first, weight: 1 }] : [];
    let end = first + meant.length;
    if (asked.length >= LEAST_PREFIX) {
      for (; this.#words[end]?.startsWith(asked); end++)
        meant.push({ word: end, weight: prefixWeight(this.#words[end] as string, asked) });
    }
    if (asked.length >= LEAST_WITH_TYPO) {
      this.#eachNear(asked, Math.min(MOST_TYPOS, Math.round(asked.length / 5)), (word, errors) => {
        const { length } = this.#words[word] as string;
        if (word < first || word >= end)
          meant.push({ word, weight: (TYPO_WEIGHT * length) / (length + errors) });
      });
    }
    return meant;
  }

  /** The place of a word, or the one where it would stand. */
  #firstFrom(asked: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] as string) < asked) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Tells of the words with at most so many errors (Levenshtein). The words are sorted, so the rows of the table stay
   * good for what a word shares with the one before it, and all words behind a hopeless beginning are passed over.
   */
  #eachNear(asked: string, most: number, tell: (word: number, errors: number) => void): void {
    const table = new DistanceTable(asked, most);
    // How long the beginning is that leads nowhere; no word that shares it is looked at.
    let hopeless = Number.POSITIVE_INFINITY;
    for (let place = 0; place < this.#words.length; place++) {
      const shared = this.#shared[place] as number;
      if (shared >= hopeless) continue;
      const word = this.#words[place] as string;
      hopeless = table.read(word, shared);
      if (hopeless <= word.length) continue;
      const errors = table.errorsOf(word);
      if (errors > 0 && errors <= most) tell(place, errors);
    }
  }
}

/** How far words are from the one asked for. Only the cells near the diagonal count; all others stay too far. */
class DistanceTable {
  readonly #asked: string;
  readonly #most: number;
  readonly #width: number;
  readonly #cells: Uint8Array;

  constructor(asked: string, most: number) {
    this.#asked = asked;
    this.#most = most;
    this.#width = asked.length + 1;
    this.#cells = new Uint8Array((asked.length + most + 1) * this.#width).fill(most + 1);
    for (let errors = 0; errors <= most; errors++) {
      this.#cells[errors] = errors;
      this.#cells[errors * this.#width] = errors;
    }
  }

  /** Fills the rows of a word behind those that are known; returns how long its beginning is that leads nowhere. */
  read(word: string, known: number): number {
    for (let row = known + 1; row <= word.length; row++) {
      if (row > this.#asked.length + this.#most) return row;
      if (this.#fill(row, word.charCodeAt(row - 1)) > this.#most) return row;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Only for a word that was read to its end. */
  errorsOf({ length }: string): number {
    return this.#cells[length * this.#width + this.#asked.length] as number;
  }

  /** Fills one row for the next code unit of a word; returns the least distance in it. */
  #fill(row: number, unit: number): number {
    const here = row * this.#width;
    const above = here - this.#width;
    const tooFar = this.#most + 1;
    const from = Math.max(1, row - this.#most);
    const to = Math.min(this.#asked.length, row + this.#most);
    let last = this.#cells[here + from - 1] as number;
    let least = last;
    for (let column = from; column <= to; column++) {
      const isSame = this.#asked.charCodeAt(column - 1) === unit;
      const replaced = (this.#cells[above + column - 1] as number) + (isSame ? 0 : 1);
      last = Math.min(replaced, (this.#cells[above + column] as number) + 1, last + 1, tooFar);
      this.#cells[here + column] = last;
      if (last < least) least = last;
    }
    return least;
  }
}

/** The longer the rest of a word, the less it is what was meant. */
const prefixWeight = ({ length }: string, asked: string): number =>
  (PREFIX_WEIGHT * length) / (length + 0.3 * (length - asked.length));

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
