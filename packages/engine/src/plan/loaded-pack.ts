import type { PackView, RunnableAction } from '@packwright/schema/views';
import type { PlannableAction } from './action-planner.ts';

/** A pack as the runner holds it, and the bytes it was read from. */
export interface LoadedPack {
  readonly format: string;
  readonly id: string;
  readonly version: string;
  /** As its format defines it. */
  readonly digest: string;
  /** Absolute path of its directory. */
  readonly directory: string;
  /** Lowercase hex SHA-256 of every file that was read for it, by its path in the pack: what the digest stands for. */
  readonly files: ReadonlyMap<string, string>;
  readonly view: PackView;
  /** Sorted by id. */
  readonly actions: readonly ActionOfPack[];
}

/** One action of a loaded pack, for people and for the runner. */
export interface ActionOfPack extends PlannableAction {
  readonly pack: LoadedPack;
  readonly view: RunnableAction;
}
