import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi040 = declarationRule(
  {
    code: 'EMI040',
    name: 'duration-bounds-crossed',
    severity: 'error',
    summary: '`min_duration` is greater than `max_duration`.',
    why: 'No value could pass.',
    upstream: ['G18'],
  },
  ['duration-bounds-crossed'],
);
