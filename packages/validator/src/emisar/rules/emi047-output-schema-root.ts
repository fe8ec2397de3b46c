import { outputSchemaRule } from '../output-schema-rule.ts';

/** specs/emisar 2.11. */
export const emi047 = outputSchemaRule(
  {
    code: 'EMI047',
    name: 'output-schema-root',
    severity: 'error',
    summary: 'The root of an output schema is not of type object.',
    why: 'A typed result is always one JSON object.',
    upstream: ['O1'],
  },
  ['root-type'],
);
