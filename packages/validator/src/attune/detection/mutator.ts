import type { Edit, Place } from './place.ts';

/** One kind of defect: the edits at a key that make it, and the rule that has to report it. */
export interface Mutator {
  readonly name: string;
  readonly code: string;
  readonly edits: (place: Place) => readonly Edit[];
}
