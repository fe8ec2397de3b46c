import { inTurn } from '../../fixtures/in-turn.ts';
import { controlMutators } from './control-mutators.ts';
import { documentMutators } from './document-mutators.ts';
import { flowMutators } from './flow-mutators.ts';
import type { Mutator } from './mutator.ts';
import { type Edit, type Place, placesOf, type SeedFile } from './place.ts';
import { schemaMutators } from './schema-mutators.ts';

export const mutators: readonly Mutator[] = [
  ...documentMutators,
  ...schemaMutators,
  ...flowMutators,
  ...controlMutators,
];

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
  const places = files.flatMap(placesOf);
  const byMutator = mutators.map((mutator) =>
    places.flatMap((place) => mutator.edits(place).map((edit) => ({ mutator, place, edit }))),
  );
  return inTurn(byMutator, count, 20_261_121);
}

/** The text of the file with the edit made. */
export function edited({ place: { text }, edit }: SeededDefect): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}
