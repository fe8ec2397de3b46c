import { templateRule } from '../template-rule.ts';

/** specs/emisar 3.4, S4. */
export const emi044 = templateRule(
  {
    code: 'EMI044',
    name: 'env-template',
    severity: 'error',
    summary: 'A template of an environment variable cannot be filled in.',
    why: 'It names no declared argument, is not a reference, or would need a list to be one text.',
    upstream: ['S4'],
  },
  'env',
);
