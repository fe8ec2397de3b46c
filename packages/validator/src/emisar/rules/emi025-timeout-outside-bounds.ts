import { atValue } from '../../structure/finding.ts';
import { nanoseconds } from '../durations.ts';
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
      const { timeout, timeout_min, timeout_max } = action.execution;
      const value = nanoseconds(timeout);
      const least = nanoseconds(timeout_min) || value;
      const most = nanoseconds(timeout_max) || value;
      if (least <= value && value <= most) continue;
      const [bound, side] =
        value < least ? [timeout_min, 'below timeout_min'] : [timeout_max, 'above timeout_max'];
      yield atValue(document, ['execution', 'timeout'], {
        message: `the timeout "${timeout}" is ${side} "${bound}"`,
        hint: 'choose a timeout inside its bounds, or move the bound',
      });
    }
  },
};
