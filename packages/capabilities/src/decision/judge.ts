import type { Policy } from '../policy/policy.ts';
import type { EffectiveRule } from '../policy/rule-index.ts';
import type { Exchange } from './exchange.ts';
import { judgeRule, type Verdict } from './judge-rule.ts';
import { rankOf } from './stage.ts';

/** A rule that was asked, and what it said. */
export interface JudgedRule {
  readonly rule: EffectiveRule;
  readonly verdict: Verdict;
}

/**
 * The first rule that admits a request; without one, the rule that got furthest, of equals the first. Nothing when no
 * rule covers the host (specs/evershell 3.13 and 3.14).
 */
export function judge(policy: Policy, exchange: Exchange): JudgedRule | undefined {
  let furthest: JudgedRule | undefined;
  for (const candidate of policy.candidates(exchange.target.host)) {
    const verdict = judgeRule(candidate.rule.allow, candidate.patterns, exchange);
    if (verdict.reason === null) return { rule: candidate.rule, verdict };
    if (!furthest || rankOf(verdict.stage) > rankOf(furthest.verdict.stage))
      furthest = { rule: candidate.rule, verdict };
  }
  return furthest;
}
