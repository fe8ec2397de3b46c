import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi015: EmisarRule = {
  code: 'EMI015',
  name: 'link',
  severity: 'error',
  summary: 'A path passes a link, and the pack does not allow links.',
  why: 'What a link leads to can change without a change of the path.',
  upstream: ['F7'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'link') continue;
      yield atValue(document, at, {
        message: `the ${what} "${reference.authored}" is or passes a link`,
        hint: 'replace the link with the file, or set allow_symlinks: true',
      });
    }
  },
};
