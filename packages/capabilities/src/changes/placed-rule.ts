import type { AllowRule, Capability } from '../capability.ts';

/** A rule and where it stands in its list. */
export interface PlacedRule {
  readonly capability: Capability;
  /** Position of the capability. */
  readonly index: number;
  readonly rule: AllowRule;
}

/** Every rule of a list in the order in which they are asked. */
export const placed = (list: readonly Capability[]): readonly PlacedRule[] =>
  list.flatMap((capability, index) => capability.allow.map((rule) => ({ capability, index, rule })));
