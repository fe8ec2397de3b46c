import { atValue } from '../../structure/finding.ts';
import { hasPathRules } from '../bounds.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 10.4, 4.5. */
export const emi108: EmisarRule = {
  code: 'EMI108',
  name: 'pattern-is-no-containment',
  severity: 'warning',
  summary: 'A pattern keeps a path under a directory by its text alone.',
  why: '`/var/log/../../etc/passwd` matches a pattern that begins with `^/var/log/`, and so does a link that leads elsewhere. Only path rules look where a path really leads.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, type, validation }] of (action.args ?? []).entries()) {
        const pattern = validation?.pattern ?? '';
        if (pattern === '' || hasPathRules(validation)) continue;
        if (type !== 'path' && !admitsPaths(type, pattern)) continue;
        yield atValue(document, ['args', index, 'validation', 'pattern'], {
          message: `the pattern does not keep the path "${name}" where it seems to`,
          hint: 'add allowed_prefixes with the directory that is meant',
        });
      }
    }
  },
};

/** A text whose pattern begins with a directory and lets both `.` and `/` follow, so that `..` gets through. */
function admitsPaths(type: string, pattern: string): boolean {
  if (type !== 'string' || !/^\^\(?(?:\\?\/[A-Za-z0-9_-]+)+\\?\//.test(pattern)) return false;
  return [...pattern.matchAll(/\[(\^?)((?:\\.|[^\]\\])*)\]/g)].some(([, negated, members = '']) => {
    const has = (character: string): boolean => members.includes(character) !== (negated === '^');
    return has('.') && has('/');
  });
}
