import type { RuleName } from '@packwright/capabilities';
import { reasonText } from './reason-text.ts';
import type { Trial } from './trial.ts';

/** What `caps --output json` prints, as `schemas/caps-output.schema.json` describes it. */
export function trialJson({ request, decision, rules, overridden }: Trial): object {
  const isAllowed = decision.decision === 'allow';
  return {
    request: { method: request.method, url: request.url },
    decision: decision.decision,
    stage: decision.stage,
    reason: isAllowed ? null : decision.reason,
    detail: isAllowed ? null : decision.detail,
    rule: decision.rule === null ? null : nameOf(decision.rule),
    validations: decision.validations,
    transforms: isAllowed ? decision.transforms : [],
    credential: isAllowed ? (decision.forward.auth?.credential ?? null) : null,
    counters: isAllowed ? (decision.reservation?.counters.map(({ name }) => name) ?? []) : [],
    rules: rules.map(({ rule, said }) => ({
      ...nameOf(said.rule),
      stage: said.stage,
      reason: said.reason,
      message: said.reason === null ? 'admits the request' : reasonText(rule.allow, said),
    })),
    overridden: overridden.map(({ capability, origin, by }) => ({ capability: capability.name, origin, by })),
  };
}

const nameOf = ({ capability, origin, index, name }: RuleName): object => ({
  capability,
  origin,
  index,
  name,
});
