import { referenceRule } from '../reference-rule.ts';

/** specs/emisar 1.5. */
export const emi010 = referenceRule(
  {
    code: 'EMI010',
    name: 'absolute-path',
    severity: 'error',
    summary: 'A path in the pack is absolute.',
    why: 'A pack is the same on every host; what it names lies inside it.',
    upstream: ['F2'],
  },
  'absolute',
  { is: 'is an absolute path', hint: 'write it relative to the directory of pack.yaml' },
);
