import { referenceRule } from '../reference-rule.ts';

/** specs/emisar 1.5. */
export const emi015 = referenceRule(
  {
    code: 'EMI015',
    name: 'link',
    severity: 'error',
    summary: 'A path passes a link, and the pack does not allow links.',
    why: 'What a link leads to can change without a change of the path.',
    upstream: ['F7'],
  },
  'link',
  { is: 'is or passes a link', hint: 'replace the link with the file, or set allow_symlinks: true' },
);
