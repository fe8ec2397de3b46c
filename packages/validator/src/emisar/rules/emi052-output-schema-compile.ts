import { outputSchemaRule } from '../output-schema-rule.ts';

/** specs/emisar 2.11. */
export const emi052 = outputSchemaRule(
  {
    code: 'EMI052',
    name: 'output-schema-compile',
    severity: 'error',
    summary: 'An output schema is not a JSON Schema.',
    why: 'A keyword with a value of the wrong kind, a pattern that RE2 does not know or a reference to nothing cannot be checked against.',
    upstream: ['O6'],
  },
  ['not-a-schema', 'pattern-syntax', 'dangling-reference'],
);
