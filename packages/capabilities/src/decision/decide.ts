import type { BudgetStore } from '../budget/budget-store.ts';
import { MemoryBudgetStore } from '../budget/memory-budget-store.ts';
import type { Reservation } from '../budget/reservation.ts';
import { reserve } from '../budget/reserve.ts';
import type { Policy } from '../policy/policy.ts';
import type { EffectiveRule } from '../policy/rule-index.ts';
import { applyTransforms, ordered } from '../transform/apply-transforms.ts';
import { appliesTo } from '../transform/transform.ts';
import { unlock } from '../transform/unlock.ts';
import { placeholderVault, type Vault } from '../transform/vault.ts';
import type { Admission, Decision, Denial, RuleName } from './decision.ts';
import type { Exchange } from './exchange.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge-rule.ts';
import { readRequest } from './read-request.ts';
import type { CapabilityRequest } from './request.ts';
import { type DenialReason, rankOf, type Stage } from './stage.ts';

/** What decisions take from outside. */
export interface DecisionServices {
  /** Where use is counted; left out, nothing was used before and nothing is remembered. */
  readonly budgets?: BudgetStore;
  /** Where secrets and credentials are; left out, all are there. */
  readonly vault?: Vault;
}

/**
 * Decides one request (specs/evershell 3.14). An admitted request holds its reservation until it is settled. What is
 * not admitted by a rule is refused; nothing that a request holds makes it throw. Rejects with what the store or the
 * vault rejects with.
 */
export async function decide(
  policy: Policy,
  request: CapabilityRequest,
  services: DecisionServices = {},
): Promise<Decision> {
  const { budgets = new MemoryBudgetStore(), vault = placeholderVault } = services;
  const read = readRequest(request);
  if (!read.ok) return denial(read.stage, read.reason);
  const { exchange } = read;
  const judged = judge(policy, exchange);
  if (!judged) return denial('domain', 'no_domain');
  const { rule, verdict } = judged;
  if (verdict.reason !== null) return refusedBy(rule, verdict, verdict.reason);

  const reserved = await reserve(rule, exchange, budgets);
  if (!reserved.ok) {
    return { ...refusedBy(rule, verdict, 'budget_exceeded'), counter: reserved.counter };
  }
  const { reservation } = reserved;
  let isAdmitted = false;
  try {
    const outcome = await finish(rule, verdict, exchange, reservation, vault);
    isAdmitted = outcome.decision === 'allow';
    return outcome;
  } finally {
    // Also when the vault fails: what was not sent costs nothing.
    if (reservation && !isAdmitted) await budgets.release(reservation.id, exchange.now.getTime());
  }
}

/** Steps 13 to 15: secrets and credentials, transforms, the request that goes on. */
async function finish(
  rule: EffectiveRule,
  verdict: Verdict,
  exchange: Exchange,
  reservation: Reservation | null,
  vault: Vault,
): Promise<Decision> {
  const applicable = rule.from.capability.transforms.filter((each) => appliesTo(each, rule.allow.index));
  const transforms = ordered(applicable);
  const unlocked = await unlock(transforms, vault);
  if (!unlocked.ok) {
    const denied = { ...refusedBy(rule, verdict, 'auth_unavailable'), stage: 'credentials' as const };
    const { transform, credential } = unlocked;
    if (credential !== null) return { ...denied, authFailures: { [credential]: 'auth_unavailable' } };
    return { ...denied, transformsFailed: { [transform]: 'auth_unavailable' } };
  }
  const applied = applyTransforms(transforms, exchange, unlocked.secrets);
  if (!applied.ok) {
    const denied = { ...refusedBy(rule, verdict, 'transform_failed'), stage: 'transform' as const };
    return {
      ...denied,
      detail: applied.detail,
      transformsFailed: { [applied.transform]: 'transform_failed' },
    };
  }
  return {
    decision: 'allow',
    stage: 'forward',
    capability: rule.from.capability.name,
    rule: ruleName(rule),
    validations: verdict.validations,
    transforms: transforms.map(({ name }) => name),
    forward: applied.forward,
    reservation,
  } satisfies Admission;
}

/** The name by which a rule is told apart. */
export function ruleName({ from: { capability, origin }, allow }: EffectiveRule): RuleName {
  return { capability: capability.name, origin, index: allow.index, name: allow.name };
}

/** A rule is named once the request was one of those that it is about. */
function refusedBy(effective: EffectiveRule, verdict: Verdict, reason: DenialReason): Denial {
  const denied = denial(verdict.stage, reason);
  if (rankOf(verdict.stage) <= rankOf('path')) return denied;
  const rule = ruleName(effective);
  const { validations, detail } = verdict;
  return { ...denied, capability: rule.capability, rule, validations, detail };
}

function denial(stage: Stage, reason: DenialReason): Denial {
  return {
    decision: 'deny',
    stage,
    reason,
    capability: null,
    rule: null,
    validations: 0,
    detail: null,
    counter: null,
    transformsFailed: {},
    authFailures: {},
  };
}
