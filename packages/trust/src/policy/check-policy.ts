import type { RiskRating } from '@packwright/schema';
import type { PolicyDecision } from '@packwright/schema/config';
import type { TrustProblem } from '../trust-problem.ts';
import type { Policy } from './policy.ts';

const STRICTNESS: Readonly<Record<PolicyDecision, number>> = { allow: 0, ask: 1, deny: 2 };

/** Pairs of tiers of which the second may not be looser than the first. */
const RISING: readonly (readonly [RiskRating, RiskRating])[] = [
  ['low', 'medium'],
  ['medium', 'high'],
  ['high', 'critical'],
  ['high', 'unrated'],
];

/** A tier whose default is looser than that of a lower one; the tier is named so that its place can be shown. */
export interface PolicyProblem extends TrustProblem {
  readonly tier: RiskRating;
}

/** What is wrong with a policy; a policy with a problem is not to be used. */
export function checkPolicy({ defaults }: Policy): readonly PolicyProblem[] {
  return RISING.filter(([lower, higher]) => STRICTNESS[defaults[higher]] < STRICTNESS[defaults[lower]]).map(
    ([lower, higher]) => ({
      tier: higher,
      code: 'policy_loosens',
      message: `\`${higher}\` is "${defaults[higher]}", which is looser than "${defaults[lower]}" for \`${lower}\``,
      hint: `make it "${defaults[lower]}" or stricter`,
    }),
  );
}
