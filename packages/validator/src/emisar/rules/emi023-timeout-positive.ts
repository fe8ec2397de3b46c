import { parseConfigDuration } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi023: EmisarRule = {
  code: 'EMI023',
  name: 'timeout-positive',
  severity: 'error',
  summary: 'The timeout is not greater than 0.',
  why: 'Every run has to end. A timeout of 0 would not mean "no limit".',
  upstream: ['A17'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      const { timeout } = action.execution;
      const parsed = parseConfigDuration(timeout);
      // What is empty is missing, and what cannot be read is EMI004.
      if (timeout === '' || !parsed.ok || parsed.nanoseconds > 0n) continue;
      yield atValue(document, ['execution', 'timeout'], {
        message: `the timeout "${timeout}" is not greater than 0`,
        hint: 'write how long a run may take, such as 30s',
      });
    }
  },
};
