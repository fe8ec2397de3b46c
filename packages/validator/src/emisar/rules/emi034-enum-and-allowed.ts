import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi034 = declarationRule(
  {
    code: 'EMI034',
    name: 'enum-and-allowed',
    severity: 'error',
    summary: 'An argument has both `enum` and `allowed`.',
    why: 'They say the same. Two lists could differ, and only one would be reviewed.',
    upstream: ['G4'],
  },
  ['enum-and-allowed'],
);
