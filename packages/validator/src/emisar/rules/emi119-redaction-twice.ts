import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.8. */
export const emi119: EmisarRule = {
  code: 'EMI119',
  name: 'redaction-twice',
  severity: 'warning',
  summary: 'Two redaction rules of an action have one name, so the second is dropped.',
  why: 'What the second rule was to mask stays readable.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { index, first, value } of repeats((action.output.redact ?? []).map(({ name }) => name))) {
        yield atValue(document, ['output', 'redact', index, 'name'], {
          message: `the redaction rule "${value}" is dropped: the name is taken`,
          hint: 'give the rule a name of its own',
          related: [related(document, ['output', 'redact', first, 'name'], 'taken here')],
        });
      }
    }
  },
};
