import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 7.8. */
export const emi134: EmisarRule = {
  code: 'EMI134',
  name: 'sensitive-default',
  severity: 'warning',
  summary: 'A sensitive argument has a default.',
  why: 'The default stands in the pack, and callers are shown it: whoever reads either knows the secret.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, type, sensitive, default: preset }] of (action.args ?? []).entries()) {
        if (sensitive !== true || typeof preset !== 'string' || preset === '' || type !== 'string') continue;
        yield atValue(document, ['args', index, 'default'], {
          message: `the default of the sensitive argument ${quote(name)} can be read by everyone`,
          hint: 'remove the default; take the secret from the environment of the runner',
        });
      }
    }
  },
};
