import type { ActionOfPack } from '@packwright/engine';
import type { RunnableAction } from '@packwright/schema/views';
import { compareUtf8, foldWhitespace } from '@packwright/values';
import MiniSearch from 'minisearch';

/** What a search looks at of an action. */
type Searchable = Pick<ActionOfPack, 'id' | 'view'> & { readonly pack: { readonly id: string } };

/** How well an action answers a query, best first: by its id, by its very title or term, or by its words. */
const MATCH = { id: 0, idPrefix: 1, idSegment: 2, titleOrTerm: 3, words: 4 } as const;

interface Ranked<Action> {
  readonly found: Action;
  readonly match: number;
  readonly score: number;
}

const WEIGHTS = { id: 6, title: 4, terms: 4, summary: 2, description: 1 } as const;
const FIELDS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/**
 * The actions of all packs, searchable. Ranks an exact id first, then ids that begin with the query or have it as a
 * segment, then an exact title or search term, then words by where they stand; typing errors are forgiven last. Risk
 * and order of loading never count (specs/emisar 8.5).
 */
export class ActionIndex<Action extends Searchable = ActionOfPack> {
  #actions: readonly Action[];
  readonly #words = new MiniSearch<Indexed>({
    fields: FIELDS,
    idField: 'at',
    tokenize: wordsOf,
    searchOptions: { boost: WEIGHTS, prefix: isLongEnough, fuzzy: fuzziness, combineWith: 'OR' },
  });

  constructor(actions: readonly Action[]) {
    this.#actions = sorted(actions);
    this.#words.addAll(this.#actions.map(({ view }, at) => indexed(view, at)));
  }

  /** The same, made in pieces between which a daemon answers others. */
  static async inPieces<Action extends Searchable>(actions: readonly Action[]): Promise<ActionIndex<Action>> {
    const index = new ActionIndex<Action>([]);
    index.#actions = sorted(actions);
    const documents = index.#actions.map(({ view }, at) => indexed(view, at));
    await index.#words.addAllAsync(documents, { chunkSize: 20 });
    return index;
  }

  /** At most `limit` of the actions that count, the best first; in the order of their ids for an empty query. */
  find(query: string, limit: number, counts: (action: Action) => boolean): readonly Action[] {
    const folded = foldWhitespace(query).toLowerCase();
    if (folded === '') return this.#actions.filter(counts).slice(0, limit);
    return this.#ranked(folded)
      .filter(({ found }) => counts(found))
      .toSorted((a, b) => a.match - b.match || b.score - a.score)
      .slice(0, limit)
      .map(({ found }) => found);
  }

  #ranked(query: string): Ranked<Action>[] {
    const scores = new Map(this.#words.search(query).map(({ id, score }) => [id as number, score]));
    const ranked: Ranked<Action>[] = [];
    for (const [at, found] of this.#actions.entries()) {
      const score = scores.get(at);
      const match = matchOf(found.view, query) ?? (score === undefined ? undefined : MATCH.words);
      if (match !== undefined) ranked.push({ found, match, score: score ?? 0 });
    }
    return ranked;
  }
}

const sorted = <Action extends Searchable>(actions: readonly Action[]): readonly Action[] =>
  actions.toSorted((a, b) => compareUtf8(a.id, b.id) || compareUtf8(a.pack.id, b.pack.id));

interface Indexed extends Record<keyof typeof WEIGHTS, string> {
  readonly at: number;
}

function indexed({ id, title, searchTerms, summary, description }: RunnableAction, at: number): Indexed {
  return { at, id, title, terms: searchTerms.join(' '), summary, description };
}

function matchOf({ id, title, searchTerms }: RunnableAction, query: string): number | undefined {
  const lower = id.toLowerCase();
  if (lower === query) return MATCH.id;
  if (lower.startsWith(query)) return MATCH.idPrefix;
  if (`.${lower}.`.includes(`.${query}.`)) return MATCH.idSegment;
  const names = [title, ...searchTerms].map((name) => name.toLowerCase());
  return names.includes(query) ? MATCH.titleOrTerm : undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

// A short prefix or a short word with an error in it is found nearly everywhere.
const isLongEnough = (word: string): boolean => word.length >= 3;
const fuzziness = (word: string): number => (word.length >= 5 ? 0.2 : 0);
