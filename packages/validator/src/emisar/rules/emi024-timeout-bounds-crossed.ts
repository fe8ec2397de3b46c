import { atValue, related } from '../../structure/finding.ts';
import { timeoutBoundsOf } from '../durations.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi024: EmisarRule = {
  code: 'EMI024',
  name: 'timeout-bounds-crossed',
  severity: 'error',
  summary: '`timeout_min` is greater than `timeout_max`.',
  why: 'No timeout could satisfy both.',
  upstream: ['A18'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (!timeoutBoundsOf(action).isCrossed) continue;
      const { timeout_min, timeout_max } = action.execution;
      yield atValue(document, ['execution', 'timeout_min'], {
        message: `timeout_min "${timeout_min}" is greater than timeout_max "${timeout_max}"`,
        hint: 'swap the two, or leave out the one that is not needed',
        related: [related(document, ['execution', 'timeout_max'], 'the greatest timeout')],
      });
    }
  },
};
