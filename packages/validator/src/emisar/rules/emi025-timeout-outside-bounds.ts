import { atValue } from '../../structure/finding.ts';
import { timeoutBoundsOf } from '../durations.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi025: EmisarRule = {
  code: 'EMI025',
  name: 'timeout-outside-bounds',
  severity: 'error',
  summary: 'The timeout is outside its own bounds.',
  why: '`timeout_min` and `timeout_max` are what a caller may choose; the default has to lie between them.',
  upstream: ['A18', 'A19'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      const { value, least, most, isCrossed } = timeoutBoundsOf(action);
      // Bounds that cross leave no room for any timeout: EMI024.
      if (isCrossed || (least <= value && value <= most)) continue;
      const { timeout, timeout_min, timeout_max } = action.execution;
      const [side, hint] =
        value < least
          ? [`below timeout_min "${timeout_min}"`, `raise it to ${timeout_min}, or lower timeout_min`]
          : [`above timeout_max "${timeout_max}"`, `lower it to ${timeout_max}, or raise timeout_max`];
      yield atValue(document, ['execution', 'timeout'], {
        message: `the timeout "${timeout}" is ${side}`,
        hint,
      });
    }
  },
};
