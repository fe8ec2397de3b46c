import { referenceRule } from '../reference-rule.ts';

/** specs/emisar 1.5. */
export const emi011 = referenceRule(
  {
    code: 'EMI011',
    name: 'path-leaves-pack',
    severity: 'error',
    summary: 'A path leads out of the pack.',
    why: 'Files outside the pack are not covered by its content hash.',
    upstream: ['F3'],
  },
  'escapes',
  { is: 'leads out of the pack', hint: 'move the file into the pack and name it relative to pack.yaml' },
);
