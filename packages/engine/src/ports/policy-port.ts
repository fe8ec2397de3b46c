import type { RiskRating } from '@packwright/schema';
import type { PolicyAnswer } from '@packwright/trust';
import type { ActionOfPack } from '../plan/loaded-pack.ts';

/** A run as policy sees it. The arguments are never shown to policy: they may be secret. */
export interface PolicyQuestion {
  readonly action: ActionOfPack;
  /** Its own, or the operator's rating where the author gave none. */
  readonly risk: RiskRating;
}

/** Allow, ask or deny, and by which rule. Asked anew for every run. */
export interface PolicyPort {
  decide(question: PolicyQuestion): PolicyAnswer | Promise<PolicyAnswer>;
}
