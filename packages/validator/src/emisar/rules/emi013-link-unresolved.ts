import { referenceRule } from '../reference-rule.ts';

/** specs/emisar 1.5. */
export const emi013 = referenceRule(
  {
    code: 'EMI013',
    name: 'link-unresolved',
    severity: 'error',
    summary: 'A path runs in a circle of links.',
    why: 'There is no file at its end.',
    upstream: ['F5'],
  },
  'link-unresolved',
  { is: 'runs in a circle of links', hint: 'replace the link with the file' },
);
