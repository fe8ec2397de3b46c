import { documentMutators } from './document-mutators.ts';
import { flowMutators } from './flow-mutators.ts';
import type { Mutator } from './mutator.ts';
import { type Edit, type Place, placesOf, type SeedFile } from './place.ts';
import { schemaMutators } from './schema-mutators.ts';

export const mutators: readonly Mutator[] = [...documentMutators, ...schemaMutators, ...flowMutators];

/** One edit of one file of one pack, and what has to be said about it. */
export interface SeededDefect {
  readonly mutator: Mutator;
  readonly place: Place;
  readonly edit: Edit;
}

/**
 * So many different defects, the same ones for the same files. The mutators take turns,
 * so that those with few places give all of them.
 */
export function seededDefects(files: readonly SeedFile[], count: number): SeededDefect[] {
  const random = numbers(20_261_121);
  const places = files.flatMap(placesOf);
  const byMutator = mutators.map((mutator) =>
    shuffled(
      places.flatMap((place) => mutator.edits(place).map((edit) => ({ mutator, place, edit }))),
      random,
    ),
  );
  const longest = Math.max(...byMutator.map((defects) => defects.length));
  const inTurn = Array.from({ length: longest }, (_, turn) =>
    byMutator.flatMap((defects) => defects[turn] ?? []),
  );
  return inTurn.flat().slice(0, count);
}

/** The text of the file with the edit made. */
export function edited({ place: { text }, edit }: SeededDefect): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Numbers from 0 to below 1 by a linear congruence. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
