import { atValue } from '../../structure/finding.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

const WITHIN_REACH = /^[A-Za-z_][A-Za-z0-9_]*$/;

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
        if (name === '' || WITHIN_REACH.test(name)) continue;
        const near = name.replace(/[^A-Za-z0-9_]+/g, '_');
        const isFree = WITHIN_REACH.test(near) && argumentOf(action, near) === undefined;
        yield atValue(document, ['args', index, 'name'], {
          message: `no template can reference the argument ${quote(name)}`,
          hint: isFree
            ? `did you mean ${quote(near)}?`
            : 'use letters, digits and "_", not starting with a digit',
        });
      }
    }
  },
};
