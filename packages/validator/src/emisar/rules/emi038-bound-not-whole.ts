import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi038 = declarationRule(
  {
    code: 'EMI038',
    name: 'bound-not-whole',
    severity: 'error',
    summary: 'A bound of an integer argument is not a whole number that is exact in 64-bit floats.',
    why: 'Comparison has to be exact, so bounds lie between -(2^53-1) and 2^53-1.',
    upstream: ['G13'],
  },
  ['bound-not-whole'],
);
