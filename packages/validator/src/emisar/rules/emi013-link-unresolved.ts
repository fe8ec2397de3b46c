import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi013: EmisarRule = {
  code: 'EMI013',
  name: 'link-unresolved',
  severity: 'error',
  summary: 'A path runs in a circle of links.',
  why: 'There is no file at its end.',
  upstream: ['F5'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'link-unresolved') continue;
      yield atValue(document, at, {
        message: `the ${what} "${reference.authored}" runs in a circle of links`,
        hint: 'replace the link with the file',
      });
    }
  },
};
