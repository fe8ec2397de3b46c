import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi026: EmisarRule = {
  code: 'EMI026',
  name: 'exit-code-twice',
  severity: 'error',
  summary: 'A success exit code is listed twice.',
  why: 'A list of exact codes has each code once; a second one is a slip of the pen for another.',
  upstream: ['A21'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { index, first, value } of repeats(
        (action.execution.success_exit_codes ?? []).map(String),
      )) {
        yield atValue(document, ['execution', 'success_exit_codes', index], {
          message: `the exit code ${value} is listed twice`,
          hint: 'remove one of the two',
          related: [related(document, ['execution', 'success_exit_codes', first], 'first listed here')],
        });
      }
    }
  },
};
