import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

const SHORT = new Set(['boolean', 'integer', 'number', 'integer_array']);

/** specs/emisar 7.8. */
export const emi110: EmisarRule = {
  code: 'EMI110',
  name: 'sensitive-short-value',
  severity: 'warning',
  summary: 'A boolean or a number is marked sensitive.',
  why: 'Every place in the output that reads the same is masked: each `true`, or each `1` inside any other number.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, type, sensitive }] of (action.args ?? []).entries()) {
        if (sensitive !== true || !SHORT.has(type)) continue;
        yield atKey(document, ['args', index, 'sensitive'], {
          message: `masking the ${type} "${name}" would mask every equal text in the output`,
          hint: 'remove `sensitive`, or take the secret as a string',
        });
      }
    }
  },
};
