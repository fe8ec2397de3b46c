import { atKey } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices } from '../bounds.ts';
import type { EmisarRule } from '../rule.ts';

const NUMBERS = new Set(['integer', 'number', 'integer_array']);

/** The review bar: numbers use min and max. */
export const emi201: EmisarRule = {
  code: 'EMI201',
  name: 'number-not-bounded',
  severity: 'warning',
  summary: 'A number has no least or no greatest value.',
  why: 'For the public registry every number is bounded at both ends: a limit of 10^9 lines or a port of -1 helps nobody.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, type, validation }] of (action.args ?? []).entries()) {
        if (!NUMBERS.has(type) || hasChoices(validation)) continue;
        const missing = (['min', 'max'] as const).filter((bound) => validation?.[bound] === undefined);
        // An id is no amount: one bound keeps it from being negative, and no greatest id is known.
        if (missing.length === 0 || (missing.length === 1 && /id$/i.test(name))) continue;
        yield atKey(document, ['args', index, 'name'], {
          message: `the ${type} ${quote(name)} has no ${missing.join(' and no ')}`,
          hint: `add ${missing.map((bound) => `validation.${bound}`).join(' and ')}`,
        });
      }
    }
  },
};
