import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi011: EmisarRule = {
  code: 'EMI011',
  name: 'path-leaves-pack',
  severity: 'error',
  summary: 'A path leads out of the pack.',
  why: 'Files outside the pack are not covered by its content hash.',
  upstream: ['F3'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'escapes') continue;
      yield atValue(document, at, {
        message: `the ${what} "${reference.authored}" leads out of the pack`,
        hint: 'move the file into the pack and name it relative to pack.yaml',
      });
    }
  },
};
