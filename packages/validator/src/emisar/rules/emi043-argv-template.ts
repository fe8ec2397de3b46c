import { templateRule } from '../template-rule.ts';

/** specs/emisar 3.4, S3. */
export const emi043 = templateRule(
  {
    code: 'EMI043',
    name: 'argv-template',
    severity: 'error',
    summary: 'A template of the command line cannot be filled in.',
    why: 'It names no declared argument, is not a reference, or would put a list into the middle of a text.',
    upstream: ['S3'],
  },
  'argv',
);
