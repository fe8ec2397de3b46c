import { outputSchemaRule } from '../output-schema-rule.ts';

/** specs/emisar 2.11. */
export const emi051 = outputSchemaRule(
  {
    code: 'EMI051',
    name: 'output-schema-number',
    severity: 'error',
    summary: 'A number in an output schema does not survive 64-bit floats, or is written at length.',
    why: 'Readers in other languages would compare with another number.',
    upstream: ['O5'],
  },
  ['number'],
);
