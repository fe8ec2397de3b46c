import { atValue } from '../../structure/finding.ts';
import { isBoundedText } from '../bounds.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 10.4. */
export const emi107: EmisarRule = {
  code: 'EMI107',
  name: 'unbounded-string',
  severity: 'warning',
  summary: 'A text argument takes anything up to 32 KiB.',
  why: 'What a caller may send decides what a command may do. A pattern, a list or a length says what was meant.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, arg] of (action.args ?? []).entries()) {
        if ((arg.type !== 'string' && arg.type !== 'string_array') || isBoundedText(arg)) continue;
        yield atValue(document, ['args', index, 'name'], {
          message: `the argument "${arg.name}" takes any text`,
          hint: 'add validation: a pattern, an enum, or max_length',
        });
      }
    }
  },
};
