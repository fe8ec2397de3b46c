import { atValue, related } from '../../structure/finding.ts';
import { nanoseconds } from '../durations.ts';
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
      const { timeout, timeout_min, timeout_max } = action.execution;
      const least = nanoseconds(timeout_min) || nanoseconds(timeout);
      const most = nanoseconds(timeout_max) || nanoseconds(timeout);
      if (least <= most) continue;
      // With one of the two left out, the timeout itself is outside the other: EMI025 says so.
      if (!nanoseconds(timeout_min) || !nanoseconds(timeout_max)) continue;
      yield atValue(document, ['execution', 'timeout_min'], {
        message: `timeout_min "${timeout_min}" is greater than timeout_max "${timeout_max}"`,
        hint: 'swap the two, or leave out the one that is not needed',
        related: [related(document, ['execution', 'timeout_max'], 'the greatest timeout')],
      });
    }
  },
};
