import { setImmediate } from 'node:timers/promises';
import type { ActionOfPack } from '@packwright/engine';
import type { RunnableAction } from '@packwright/schema/views';
import { compareUtf8, foldWhitespace } from '@packwright/values';
import { Best } from './best.ts';
import { type WordIndex, WordIndexBuilder } from './word-index.ts';

/** What a search looks at of an action. */
type Searchable = Pick<ActionOfPack, 'id' | 'view'> & { readonly pack: { readonly id: string } };

/** How well an action answers a query, best first: by its id, by its very title or term, or by its words. */
const MATCH = { id: 0, idPrefix: 1, idSegment: 2, titleOrTerm: 3, words: 4 } as const;

/** An action of a query, by its place in the index. */
interface Ranked {
  readonly at: number;
  readonly match: number;
  readonly score: number;
}

/** How much a word counts in the id, the title, the search terms, the summary and the description. */
const WEIGHTS = [6, 4, 4, 2, 1];
const textsOf = ({ id, title, searchTerms, summary, description }: RunnableAction): readonly string[] => [
  ...[id, title, searchTerms.join(' ')],
  ...[summary, description],
];

/** A daemon answers others between two pieces of so many actions. */
const PIECE = 50;

/**
 * The actions of all packs, searchable. Ranks an exact id first, then ids that begin with the query or have it as a
 * segment, then an exact title or search term, then words by where they stand; typing errors are forgiven last. Risk
 * and order of loading never count (specs/emisar 8.5).
 */
export class ActionIndex<Action extends Searchable = ActionOfPack> {
  readonly #actions: readonly Action[];
  readonly #words: WordIndex;
  /** In lower case with a dot at either end, by the places of the actions. */
  readonly #dottedIds: readonly string[];
  /** The actions that bear a lower-case title or search term. */
  readonly #named = new Map<string, Set<number>>();

  private constructor(sorted: readonly Action[], words: WordIndex) {
    this.#actions = sorted;
    this.#words = words;
    this.#dottedIds = sorted.map(({ view }) => `.${view.id.toLowerCase()}.`);
    for (const [at, { view }] of sorted.entries()) {
      for (const name of [view.title, ...view.searchTerms]) this.#name(name.toLowerCase(), at);
    }
  }

  static of<Action extends Searchable>(actions: readonly Action[]): ActionIndex<Action> {
    const sorted = sortedById(actions);
    const words = new WordIndexBuilder(WEIGHTS);
    for (const { view } of sorted) words.add(textsOf(view));
    return new ActionIndex(sorted, words.build());
  }

  /** The same, made in pieces between which a daemon answers others. */
  static async inPieces<Action extends Searchable>(actions: readonly Action[]): Promise<ActionIndex<Action>> {
    const sorted = sortedById(actions);
    const words = new WordIndexBuilder(WEIGHTS);
    for (const [at, { view }] of sorted.entries()) {
      if (at % PIECE === 0) await setImmediate();
      words.add(textsOf(view));
    }
    return new ActionIndex(sorted, words.build());
  }

  /** At most `limit` of the actions that count, the best first; in the order of their ids for an empty query. */
  find(query: string, limit: number, counts: (action: Action) => boolean): readonly Action[] {
    const folded = foldWhitespace(query).toLowerCase();
    const actionOf = ({ at }: Pick<Ranked, 'at'>): Action => this.#actions[at] as Action;
    const best = new Best<Ranked>(limit, precedes);
    for (const ranked of this.#ranked(folded)) best.offer(ranked, (each) => counts(actionOf(each)));
    return best.items.map(actionOf);
  }

  /** Everything that answers a folded query at all, by the places of the actions. */
  *#ranked(query: string): Generator<Ranked> {
    const scores = this.#words.scores(query);
    const named = this.#named.get(query);
    for (const [at, dottedId] of this.#dottedIds.entries()) {
      const score = scores[at] as number;
      const match = matchOfId(dottedId, query) ?? (named?.has(at) ? MATCH.titleOrTerm : undefined);
      if (match !== undefined || score > 0) yield { at, match: match ?? MATCH.words, score };
    }
  }

  #name(name: string, at: number): void {
    const bearers = this.#named.get(name);
    if (bearers) bearers.add(at);
    else this.#named.set(name, new Set([at]));
  }
}

const precedes = (a: Ranked, b: Ranked): boolean =>
  a.match < b.match || (a.match === b.match && a.score > b.score);

const sortedById = <Action extends Searchable>(actions: readonly Action[]): readonly Action[] =>
  actions.toSorted((a, b) => compareUtf8(a.id, b.id) || compareUtf8(a.pack.id, b.pack.id));

function matchOfId(dottedId: string, query: string): number | undefined {
  if (!dottedId.includes(`.${query}`)) return undefined;
  const segments = `.${query}.`;
  if (dottedId === segments) return MATCH.id;
  if (dottedId.startsWith(`.${query}`)) return MATCH.idPrefix;
  return dottedId.includes(segments) ? MATCH.idSegment : undefined;
}
