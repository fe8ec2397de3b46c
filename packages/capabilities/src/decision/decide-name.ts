import { normalHost } from '../domain/host.ts';
import type { Policy } from '../policy/policy.ts';
import { ruleName } from './decide.ts';
import type { RuleName } from './decision.ts';

/** Whether a name may be resolved, and the first rule for whose sake. */
export type NameDecision =
  | { readonly decision: 'allow'; readonly policyType: 'dns'; readonly rule: RuleName }
  | {
      readonly decision: 'deny';
      readonly policyType: 'dns';
      readonly stage: 'dns';
      readonly reason: 'name_not_covered';
    };

/** Decides whether an agent may resolve a host name: when the domains of some rule cover it (specs/evershell 3.13). */
export function decideName(policy: Policy, name: string): NameDecision {
  const host = normalHost(name);
  const [first] = host === undefined ? [] : policy.candidates(host);
  if (first) return { decision: 'allow', policyType: 'dns', rule: ruleName(first.rule) };
  return { decision: 'deny', policyType: 'dns', stage: 'dns', reason: 'name_not_covered' };
}
