import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A directory of installed packs, as runners read it: one directory for each pack, named by its id. */
export interface Store {
  /** Absolute path. */
  readonly packs: string;
  /** Told before every step that changes what is on disk; tests end the process there. */
  readonly onStep: (step: string) => void;
}

/** The store in a directory, which need not exist yet. */
export const storeAt = (packs: string, onStep: (step: string) => void = () => {}): Store => ({
  packs,
  onStep,
});

/** Runners pass over names with a dot. It has to be within the directory, so that a rename moves a whole pack. */
const HIDDEN = '.packwright';

/** A place of our own in the store. */
export const hidden = ({ packs }: Store, ...parts: readonly string[]): string =>
  join(packs, HIDDEN, ...parts);

/** Where a pack stands once it is installed. */
export const packPlace = ({ packs }: Store, id: string): string => join(packs, id);

/** The lock stands beside the directory, where it can be kept in version control. */
export const lockPath = ({ packs }: Store): string => join(dirname(packs), 'packwright.lock');

/** Whether a pack is installed, whatever it is worth. */
export const isInstalled = (store: Store, id: string): boolean => existsSync(packPlace(store, id));
