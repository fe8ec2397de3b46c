import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.5, 3.1. */
export const emi104: EmisarRule = {
  code: 'EMI104',
  name: 'name-out-of-reach',
  severity: 'warning',
  summary: 'An argument has a name that no template can write.',
  why: 'Templates take letters, digits and `_` only, so a value sent under this name goes nowhere.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name }] of (action.args ?? []).entries()) {
        if (name === '' || /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
        yield atValue(document, ['args', index, 'name'], {
          message: `no template can reference the argument "${name}"`,
          hint: 'use letters, digits and "_", not starting with a digit',
        });
      }
    }
  },
};
