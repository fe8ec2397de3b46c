import type { ActionOfPack } from '../plan/loaded-pack.ts';

/** The packs that a runner holds. */
export interface PackSet {
  /** Every action of this id; of several packs that have it, all. */
  find(actionId: string): readonly ActionOfPack[];
}
