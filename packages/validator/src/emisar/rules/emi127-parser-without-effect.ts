import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.8. */
export const emi127: EmisarRule = {
  code: 'EMI127',
  name: 'parser-required-without-json',
  severity: 'warning',
  summary: '`parser_required` is set, but the output is read as text.',
  why: 'It only has an effect with `parser: json`; as it stands no output ever fails a run.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const { parser, parser_required, schema } = action.output;
      if (parser_required !== true || parser === 'json' || schema !== undefined) continue;
      yield atKey(document, ['output', 'parser_required'], {
        message: '"parser_required" has no effect on output that is read as text',
        hint: 'write `parser: json` as well, or remove it',
      });
    }
  },
};
