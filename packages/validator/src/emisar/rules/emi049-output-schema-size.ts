import { outputSchemaRule } from '../output-schema-rule.ts';

/** specs/emisar 2.11. */
export const emi049 = outputSchemaRule(
  {
    code: 'EMI049',
    name: 'output-schema-size',
    severity: 'error',
    summary: 'An output schema is larger than 8,192 bytes, 16 levels or 512 values.',
    why: 'It is part of what models read for every action.',
    upstream: ['O3'],
  },
  ['too-large', 'too-deep', 'too-many-values'],
);
