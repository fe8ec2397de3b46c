import type { PackTree } from '@packwright/validator';

/** One version of a pack, as the command line names it. */
export interface PackVersion {
  /** From the working directory, with `/`, or in words where it is no path. */
  readonly path: string;
  readonly tree: PackTree;
}
