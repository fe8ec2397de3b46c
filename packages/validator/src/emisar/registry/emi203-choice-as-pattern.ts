import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices } from '../bounds.ts';
import type { EmisarRule } from '../rule.ts';

const WORD = '[A-Za-z0-9_./:=@ -]+';
const CHOICES = new RegExp(`^\\^\\((?:\\?:)?(${WORD}(?:\\|${WORD})+)\\)\\$$`);

/** The review bar: choices use enum. */
export const emi203: EmisarRule = {
  code: 'EMI203',
  name: 'choice-as-pattern',
  severity: 'warning',
  summary: 'A pattern spells out a list of values.',
  why: 'For the public registry a choice is an enum: people and models are then shown the values, and forms offer them.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, validation }] of (action.args ?? []).entries()) {
        const choices = CHOICES.exec(validation?.pattern ?? '')?.[1]?.split('|');
        if (!choices || hasChoices(validation)) continue;
        yield atValue(document, ['args', index, 'validation', 'pattern'], {
          message: `the pattern of ${quote(name)} is a list of ${choices.length} values`,
          hint: `write enum: [${choices.slice(0, 8).join(', ')}${choices.length > 8 ? ', …' : ''}]`,
        });
      }
    }
  },
};
