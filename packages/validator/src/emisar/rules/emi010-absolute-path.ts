import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi010: EmisarRule = {
  code: 'EMI010',
  name: 'absolute-path',
  severity: 'error',
  summary: 'A path in the pack is absolute.',
  why: 'A pack is the same on every host; what it names lies inside it.',
  upstream: ['F2'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'absolute') continue;
      yield atValue(document, at, {
        message: `the ${what} "${reference.authored}" is an absolute path`,
        hint: 'write it relative to the directory of pack.yaml',
      });
    }
  },
};
