import { atValue } from '../../structure/finding.ts';
import { checkValue } from '../arguments/check-arguments.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.5, S1. */
export const emi041: EmisarRule = {
  code: 'EMI041',
  name: 'default',
  severity: 'error',
  summary: 'The default of an argument does not pass its own declaration.',
  why: 'A call that leaves the argument out would be refused for a value that the pack chose.',
  upstream: ['S1'],
  *check({ actions }) {
    for (const { document, action, declarations } of actions) {
      for (const [index, arg] of (action.args ?? []).entries()) {
        if (arg.default === undefined || arg.default === null) continue;
        if (declarations.some((problem) => problem.index === index)) continue;
        for (const problem of checkValue(arg, arg.default)) {
          const path = ['args', index, 'default', ...(problem.index === undefined ? [] : [problem.index])];
          yield atValue(document, path, {
            message: `the default of "${arg.name}" ${problem.message}`,
            hint: problem.hint ?? 'change the default or the validation',
          });
        }
      }
    }
  },
};
