import { atKey } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7, 3.2. */
export const emi120: EmisarRule = {
  code: 'EMI120',
  name: 'variable-name',
  severity: 'warning',
  summary: 'An environment variable has a name that programs cannot read.',
  why: 'Names are taken literally, templates in them too. Shells drop what is not letters, digits and `_`.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const name of Object.keys(action.execution.env ?? {})) {
        if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
        yield atKey(document, ['execution', 'env', name], {
          message: `${quote(name)} is not a name that a shell can read`,
          hint: name.includes('{{')
            ? 'names of variables are not filled in; write the name itself'
            : 'use letters, digits and "_", not starting with a digit',
        });
      }
    }
  },
};
