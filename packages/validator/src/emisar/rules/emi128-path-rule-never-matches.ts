import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

const LISTS = ['allowed_paths', 'allowed_prefixes', 'denied_paths', 'denied_prefixes'] as const;

/** specs/emisar 4.5. */
export const emi128: EmisarRule = {
  code: 'EMI128',
  name: 'path-rule-never-matches',
  severity: 'warning',
  summary: 'A path rule is one that no path ever matches.',
  why: 'Rules are compared with absolute paths, letter by letter, and know no `*` and no `~`. An allowed path then lets nothing through, a denied one lets everything through.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { validation }] of (action.args ?? []).entries()) {
        for (const list of LISTS) {
          for (const [at, rule] of (validation?.[list] ?? []).entries()) {
            const problem = rule.startsWith('/') ? (rule.includes('*') ? 'star' : undefined) : 'relative';
            if (!problem) continue;
            yield atValue(document, ['args', index, 'validation', list, at], {
              message:
                problem === 'star'
                  ? `"*" in ${quote(rule)} is taken literally, so no path matches`
                  : `${quote(rule)} is not absolute, so no path matches`,
              hint: list.endsWith('prefixes')
                ? 'write the directory as an absolute path; all that lies below it is covered'
                : 'write the absolute path of one file, or use the list of prefixes',
            });
          }
        }
      }
    }
  },
};
