import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 4.3. */
export const emi118: EmisarRule = {
  code: 'EMI118',
  name: 'pattern-not-anchored',
  severity: 'warning',
  summary: 'A pattern may match anywhere in the value.',
  why: '`[a-z]+` also accepts `; rm -rf /`, since some part of it matches. Only `^` and `$` make it speak of the whole.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { validation }] of (action.args ?? []).entries()) {
        const pattern = validation?.pattern ?? '';
        if (
          pattern === '' ||
          (/^(?:\(\?[a-zA-Z]+\))?(?:\^|\\A)/.test(pattern) && /(?:\$|\\z)$/.test(pattern))
        )
          continue;
        yield atValue(document, ['args', index, 'validation', 'pattern'], {
          message: `the pattern "${pattern}" matches a part of the value, whatever surrounds it`,
          hint: 'begin it with ^ and end it with $',
        });
      }
    }
  },
};
