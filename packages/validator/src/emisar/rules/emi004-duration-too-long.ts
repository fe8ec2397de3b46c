import { parseConfigDuration } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import { durationsOf } from '../durations.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.10. */
export const emi004: EmisarRule = {
  code: 'EMI004',
  name: 'duration-too-long',
  severity: 'error',
  summary: 'A duration does not fit 64 bits of nanoseconds.',
  why: 'The runner counts in nanoseconds and reads no more than about 292 years.',
  upstream: ['F9'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { text, path } of durationsOf(action)) {
        if (parseConfigDuration(text).ok) continue;
        yield atValue(document, path, {
          message: `the duration "${text}" is too long`,
          hint: 'stay below 106751 days or 15250 weeks',
        });
      }
    }
  },
};
