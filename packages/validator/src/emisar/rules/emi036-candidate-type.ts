import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi036 = declarationRule(
  {
    code: 'EMI036',
    name: 'candidate-type',
    severity: 'error',
    summary: 'A listed value is not of the type of the argument.',
    why: 'No value that a caller can send would ever equal it.',
    upstream: ['G6'],
  },
  ['candidate-type'],
);
