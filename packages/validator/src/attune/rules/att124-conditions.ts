import { atKey } from '../../structure/finding.ts';
import { checkConditions } from '../expression/index.ts';
import type { AttuneRule } from '../rule.ts';
import { findingWithin, namesOfRule } from '../templates-of.ts';

/** Spec 4.3. */
export const att124: AttuneRule = {
  code: 'ATT124',
  name: 'conditions',
  severity: 'warning',
  restsOn: ['trigger_ref'],
  summary: 'The conditions of a rule can never be met, or fail whenever they are looked at.',
  why: 'A condition that fails counts as not met: the rule is silent, and so is the platform.',
  *check(pack) {
    for (const rule of pack.components.rule) {
      const { payload } = namesOfRule(pack, rule);
      for (const finding of checkConditions(rule.value.conditions, payload)) {
        const { at, message, hint } = finding;
        const path = ['conditions', ...finding.path];
        if (at) yield findingWithin(rule.document, path, { at, message, ...(hint && { hint }) });
        else yield atKey(rule.document, path, { message, ...(hint && { hint }) });
      }
    }
  },
};
