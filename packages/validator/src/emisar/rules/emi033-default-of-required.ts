import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi033 = declarationRule(
  {
    code: 'EMI033',
    name: 'default-of-required',
    severity: 'error',
    summary: 'A required argument has a default.',
    why: 'Every call sends it, so the default would never be used.',
    upstream: ['G3'],
  },
  ['default-of-required'],
);
