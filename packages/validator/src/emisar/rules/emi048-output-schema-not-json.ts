import { outputSchemaRule } from '../output-schema-rule.ts';

/** specs/emisar 2.11. */
export const emi048 = outputSchemaRule(
  {
    code: 'EMI048',
    name: 'output-schema-not-json',
    severity: 'error',
    summary: 'An output schema holds a value that JSON cannot write.',
    why: 'The schema is sent to models as JSON.',
    upstream: ['O2'],
  },
  ['not-json'],
);
