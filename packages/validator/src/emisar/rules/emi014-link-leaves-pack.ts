import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi014: EmisarRule = {
  code: 'EMI014',
  name: 'link-leaves-pack',
  severity: 'error',
  summary: 'A path leads out of the pack through a link.',
  why: 'Files outside the pack are not covered by its content hash, whatever `allow_symlinks` says.',
  upstream: ['F6'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'link-escapes') continue;
      yield atValue(document, at, {
        message: `the ${what} "${reference.authored}" leads out of the pack through a link`,
        hint: 'replace the link with the file',
      });
    }
  },
};
