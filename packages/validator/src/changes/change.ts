import type { Location } from '../diagnostics/diagnostic.ts';

/**
 * What a change means for what may happen. `wider`: something is possible that was not. `narrower`: something no
 * longer is, and nothing is new. `equal`: neither. `unknown`: it cannot be told, so take it for wider.
 */
export type Meaning = 'wider' | 'narrower' | 'equal' | 'unknown';

/** One difference between two versions of a pack. */
export interface Change {
  /** What it is about, from the outside in: `action disk.usage`, `argument path`. Empty for the pack itself. */
  readonly subject: readonly string[];
  readonly meaning: Meaning;
  /** What was and what is, in words. */
  readonly message: string;
  /** Where it stands in the old version; null where that has nothing of it. */
  readonly before: Location | null;
  /** Where it stands in the new version; null where that has nothing of it. */
  readonly after: Location | null;
}
