import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi105: EmisarRule = {
  code: 'EMI105',
  name: 'argv-without-effect',
  severity: 'warning',
  summary: 'An action of kind exec has `execution.argv`, which is ignored.',
  why: 'The command runs without those arguments. They belong under `execution.command.argv`.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (action.kind !== 'exec' || !action.execution.argv) continue;
      yield atKey(document, ['execution', 'argv'], {
        message: '"argv" has no effect here: for kind exec the runner reads command.argv',
        hint: 'move it under execution.command',
      });
    }
  },
};
