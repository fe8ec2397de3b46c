import type { ExactNumber } from '@packwright/values';

/** A duration argument; integers are plain bigints. */
export class BoundDuration {
  readonly nanoseconds: bigint;

  constructor(nanoseconds: bigint) {
    this.nanoseconds = nanoseconds;
  }
}

/**
 * What an argument is once it has passed: `integer` a bigint, `number` the caller's own literal (or a JavaScript number
 * when it came from the pack or out of a string), `duration` a `BoundDuration`.
 */
export type BoundValue =
  | string
  | boolean
  | bigint
  | number
  | ExactNumber
  | BoundDuration
  | readonly string[]
  | readonly bigint[];

/** The arguments of one call that are declared and present, by name. */
export type BoundArguments = ReadonlyMap<string, BoundValue>;
