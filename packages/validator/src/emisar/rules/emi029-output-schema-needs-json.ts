import { isAtFault } from '../../structure/document.ts';
import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.8. */
export const emi029: EmisarRule = {
  code: 'EMI029',
  name: 'output-schema-needs-json',
  severity: 'error',
  summary: 'An output schema is given without `parser: json` and `parser_required: true`.',
  why: 'The schema promises a result of a certain form; that can only be kept when output has to be JSON.',
  upstream: ['A26'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (isAtFault(document, ['output'])) continue;
      const { schema, parser, parser_required } = action.output;
      if (schema === undefined || (parser === 'json' && parser_required === true)) continue;
      const lacking = parser === 'json' ? 'parser_required: true' : 'parser: json and parser_required: true';
      yield atKey(document, ['output', 'schema'], {
        message: `an output schema needs ${lacking}`,
        hint: `add ${lacking} under output, or remove the schema`,
      });
    }
  },
};
