import { outputSchemaRule } from '../output-schema-rule.ts';

/** specs/emisar 2.11. */
export const emi050 = outputSchemaRule(
  {
    code: 'EMI050',
    name: 'output-schema-keyword',
    severity: 'error',
    summary: 'An output schema uses a keyword, a dialect or a reference that is not allowed.',
    why: 'A schema stands by itself: JSON Schema 2020-12, with references to its own definitions only.',
    upstream: ['O4'],
  },
  ['keyword', 'dialect', 'reference'],
);
