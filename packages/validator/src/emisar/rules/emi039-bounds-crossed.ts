import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi039 = declarationRule(
  {
    code: 'EMI039',
    name: 'bounds-crossed',
    severity: 'error',
    summary: '`min` is greater than `max`.',
    why: 'No value could pass.',
    upstream: ['G14'],
  },
  ['bounds-crossed'],
);
