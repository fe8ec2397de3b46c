import type { Policy } from '../policy/policy.ts';
import { ruleName } from './decide.ts';
import type { RuleName } from './decision.ts';
import { judgeRule } from './judge-rule.ts';
import { readRequest } from './read-request.ts';
import type { CapabilityRequest } from './request.ts';
import type { DenialReason, Stage } from './stage.ts';

/** What one rule says of a request. */
export interface RuleExplanation {
  readonly rule: RuleName;
  /** How far it got; `budget` for a rule that admits the request. */
  readonly stage: Stage;
  /** Why no further; null for a rule that admits the request. */
  readonly reason: DenialReason | null;
  readonly validations: number;
  /** More on the reason, for the author of the rule only: it can quote the request. */
  readonly detail: string | null;
}

/** Why a request is decided as it is, up to the choice of the rule. */
export interface Explanation {
  /** Why no rule was even asked; null when they were. */
  readonly refusedBefore: { readonly stage: Stage; readonly reason: DenialReason } | null;
  /** Every rule in force, in the order in which they are asked. */
  readonly rules: readonly RuleExplanation[];
  /** The first rule that admits the request, whose budgets and transforms then apply; null when none does. */
  readonly winner: RuleName | null;
}

/** Asks every rule in force about a request. It reserves nothing, and stops at no winner (specs/evershell 3.14). */
export function explain(policy: Policy, request: CapabilityRequest): Explanation {
  const read = readRequest(request);
  if (!read.ok) return { refusedBefore: { stage: read.stage, reason: read.reason }, rules: [], winner: null };
  const { exchange } = read;
  const candidates = new Map(
    policy.candidates(exchange.target.host).map((each) => [each.rule, each.patterns] as const),
  );
  const rules = policy.rules.map((each) => {
    const verdict = judgeRule(each.allow, candidates.get(each) ?? [], exchange);
    return { rule: ruleName(each), ...verdict };
  });
  return { refusedBefore: null, rules, winner: rules.find(({ reason }) => reason === null)?.rule ?? null };
}
