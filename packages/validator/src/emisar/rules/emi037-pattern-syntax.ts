import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi037 = declarationRule(
  {
    code: 'EMI037',
    name: 'pattern-syntax',
    severity: 'error',
    summary: 'A pattern is not a regular expression in RE2 syntax.',
    why: 'Runners match in linear time and know no lookaround and no backreferences.',
    upstream: ['G8'],
  },
  ['pattern-syntax'],
);
