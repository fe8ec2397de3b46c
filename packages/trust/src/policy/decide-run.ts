import type { RiskRating } from '@packwright/schema';
import type { ApprovalChannel, PolicyDecision } from '@packwright/schema/config';
import { matchesStars } from './matches-stars.ts';
import type { Policy } from './policy.ts';

/** An action as policy sees it; the risk is the operator's rating where the author gave none. */
export interface RatedAction {
  readonly id: string;
  readonly risk: RiskRating;
}

/** What policy says, and which of its rules says so. */
export interface PolicyAnswer {
  readonly decision: PolicyDecision;
  /** The name of the override that matched first, or the tier. */
  readonly rule: { readonly override: string } | { readonly tier: RiskRating };
  /** Where a person may approve; empty unless the decision is to ask. */
  readonly channels: readonly ApprovalChannel[];
}

/** Decides one run: the first override that matches wins over the default of the tier. */
export function decideRun(policy: Policy, { id, risk }: RatedAction): PolicyAnswer {
  const override = policy.overrides.find(({ action }) => matchesStars(action, id));
  const decision = override?.decision ?? policy.defaults[risk];
  return {
    decision,
    rule: override ? { override: override.name } : { tier: risk },
    channels: decision === 'ask' ? policy.approval[risk] : [],
  };
}

/** The risk by which an action is decided: its own, or the rating that was given with trust, or `unrated`. */
export const effectiveRisk = (
  { id, risk }: RatedAction,
  ratings: Readonly<Record<string, RiskRating>>,
): RiskRating => (risk === 'unrated' && Object.hasOwn(ratings, id) ? (ratings[id] ?? risk) : risk);
