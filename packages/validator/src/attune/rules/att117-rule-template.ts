import { checkRuleTemplate } from '../expression/index.ts';
import type { AttuneRule } from '../rule.ts';
import { findingWithin, namesOfRule, textsIn } from '../templates-of.ts';

/** Spec 4.4. */
export const att117: AttuneRule = {
  code: 'ATT117',
  name: 'rule-template',
  severity: 'warning',
  restsOn: ['trigger_ref'],
  summary: 'A template in a rule names what no event of its trigger carries, or is no path at all.',
  why: 'A path that leads nowhere becomes null or an empty text, and the action runs with it.',
  *check(pack) {
    for (const rule of pack.components.rule) {
      const { document, value } = rule;
      const names = namesOfRule(pack, rule);
      const texts = [
        ...textsIn(value.action_params, ['action_params']),
        ...textsIn(value.trace_tag_template, ['trace_tag_template']),
      ];
      for (const { text, path } of texts) {
        if (!text.includes('{{')) continue;
        for (const finding of checkRuleTemplate(text, names).findings) {
          yield findingWithin(document, path, finding);
        }
      }
    }
  },
};
