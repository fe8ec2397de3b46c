import { atKey } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** The review bar. */
export const emi211: EmisarRule = {
  code: 'EMI211',
  name: 'no-example',
  severity: 'warning',
  summary: 'An action takes arguments and shows no example of a call.',
  why: 'For the public registry a form and a model have one real call to start from.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (!action.args?.length || action.examples?.length) continue;
      yield atKey(document, ['args'], {
        message: `${quote(action.id)} takes arguments and has no example`,
        hint: 'add one entry under examples, with a title and args',
      });
    }
  },
};
