import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.5. */
export const emi030: EmisarRule = {
  code: 'EMI030',
  name: 'argument-twice',
  severity: 'error',
  summary: 'Two arguments of an action have one name.',
  why: 'A caller could send only one of them.',
  upstream: ['A34'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { index, first, value } of repeats((action.args ?? []).map(({ name }) => name))) {
        yield atValue(document, ['args', index, 'name'], {
          message: `the argument "${value}" is declared twice`,
          hint: 'rename or remove one of the two',
          related: [related(document, ['args', first, 'name'], 'first declared here')],
        });
      }
    }
  },
};
