import { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Where words stand, as a table: the holders of word `n` and what it is worth in each are at `starts[n]` up to `starts[n + 1]`. */
interface Postings {
  readonly starts: Uint32Array;
  readonly holders: Uint32Array;
  readonly values: Float64Array;
}

/** Which of some documents have the words of a query, and what these are worth there; it never changes. */
export class WordIndex {
  readonly #vocabulary: Vocabulary;
  readonly #documents: number;
  readonly #postings: Postings;

  constructor(vocabulary: Vocabulary, documents: number, postings: Postings) {
    this.#vocabulary = vocabulary;
    this.#documents = documents;
    this.#postings = postings;
  }

  /**
   * What each document is worth for a query, by its number: 0 for one that has none of the words. Whoever has more of
   * the words is worth more by as many times.
   */
  scores(query: string): Float64Array {
    const scores = new Float64Array(this.#documents);
    const found = new Uint16Array(this.#documents);
    // The last word by which a document was found, counted from 1.
    const foundBy = new Uint16Array(this.#documents);
    const { starts, holders, values } = this.#postings;
    const asked = wordsOf(query);
    for (const [at, each] of asked.entries()) {
      const isAgain = asked.indexOf(each) < at;
      for (const { word, weight } of this.#vocabulary.meantBy(each)) {
        const end = starts[word + 1] as number;
        for (let place = starts[word] as number; place < end; place++) {
          const holder = holders[place] as number;
          scores[holder] = (scores[holder] as number) + weight * (values[place] as number);
          if (isAgain || foundBy[holder] === at + 1) continue;
          foundBy[holder] = at + 1;
          found[holder] = (found[holder] as number) + 1;
        }
      }
    }
    return scores.map((score, document) => score * (found[document] as number));
  }
}

/** A word in one text of one document. */
interface Place {
  readonly document: number;
  readonly field: number;
  /** How often it stands there. */
  readonly count: number;
}

/** Takes documents one after the other, and makes an index of them. */
export class WordIndexBuilder {
  readonly #weights: readonly number[];
  readonly #places = new Map<string, Place[]>();
  /** How many different words each text has, by field and document. */
  readonly #lengths: readonly number[][];

  /** `weights` says how much a word counts in each field. */
  constructor(weights: readonly number[]) {
    this.#weights = weights;
    this.#lengths = weights.map(() => []);
  }

  /** `texts` has one for each field. */
  add(texts: readonly string[]): void {
    for (const [field, text] of texts.entries()) {
      const lengths = this.#lengths[field] as number[];
      const counts = countsOf(wordsOf(text));
      const document = lengths.push(counts.size) - 1;
      for (const [word, count] of counts) {
        const places = this.#places.get(word);
        if (places) places.push({ document, field, count });
        else this.#places.set(word, [{ document, field, count }]);
      }
    }
  }

  build(): WordIndex {
    const words = [...this.#places.keys()].sort();
    const worth = new Worth(this.#weights, this.#lengths);
    const table = { starts: [0], holders: [] as number[], values: [] as number[] };
    for (const word of words) {
      for (const [holder, value] of worth.byDocument(this.#places.get(word) ?? [])) {
        table.holders.push(holder);
        table.values.push(value);
      }
      table.starts.push(table.holders.length);
    }
    return new WordIndex(new Vocabulary(words), worth.documents, {
      starts: Uint32Array.from(table.starts),
      holders: Uint32Array.from(table.holders),
      values: Float64Array.from(table.values),
    });
  }
}

/** BM25+ with the usual numbers: how soon more of a word adds nothing, how much length counts, what a word brings at the least. */
const SATURATION = 1.2;
const LENGTH = 0.7;
const LEAST = 0.5;

/** What a word is worth where it stands: more in a short text of a field that counts, and the fewer have it. */
class Worth {
  readonly documents: number;
  readonly #weights: readonly number[];
  readonly #lengths: readonly (readonly number[])[];
  readonly #averages: readonly number[];

  constructor(weights: readonly number[], lengths: readonly (readonly number[])[]) {
    this.#weights = weights;
    this.#lengths = lengths;
    this.documents = lengths[0]?.length ?? 0;
    this.#averages = lengths.map((each) => each.reduce((sum, length) => sum + length, 0) / each.length);
  }

  /** What one word, which stands at these places, is worth in each document that has it. */
  byDocument(places: readonly Place[]): ReadonlyMap<number, number> {
    const holders = this.#weights.map(() => 0);
    for (const { field } of places) holders[field] = (holders[field] ?? 0) + 1;
    const rarity = holders.map((count) => Math.log(1 + (this.documents - count + 0.5) / (count + 0.5)));
    const worth = new Map<number, number>();
    for (const place of places) {
      const value = (this.#weights[place.field] ?? 0) * (rarity[place.field] ?? 0) * this.#frequency(place);
      worth.set(place.document, (worth.get(place.document) ?? 0) + value);
    }
    return worth;
  }

  #frequency({ document, field, count }: Place): number {
    const length = (this.#lengths[field]?.[document] ?? 0) / (this.#averages[field] ?? 1);
    return LEAST + (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + LENGTH * length));
  }
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
