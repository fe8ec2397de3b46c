import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi016: EmisarRule = {
  code: 'EMI016',
  name: 'file-unreadable',
  severity: 'error',
  summary: 'A file that the pack names cannot be read.',
  why: 'Every byte that the pack names enters its content hash.',
  upstream: ['F8'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'unreadable') continue;
      yield atValue(document, at, {
        message: `the ${what} "${reference.authored}" cannot be read: ${reference.outcome.detail}`,
        hint: 'name a regular file that the runner may read',
      });
    }
  },
};
