import { referenceRule } from '../reference-rule.ts';

/** specs/emisar 1.5. */
export const emi014 = referenceRule(
  {
    code: 'EMI014',
    name: 'link-leaves-pack',
    severity: 'error',
    summary: 'A path leads out of the pack through a link.',
    why: 'Files outside the pack are not covered by its content hash, whatever `allow_symlinks` says.',
    upstream: ['F6'],
  },
  'link-escapes',
  { is: 'leads out of the pack through a link', hint: 'replace the link with the file' },
);
