import { atValue, related } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

const DESTRUCTIVE =
  /^(?:delete|destroy|drop|erase|reboot|repair|restart|shutdown|terminate|truncate|wipe)(?:_|-|$)/;

/** The review bar: destructive actions (restart, delete, repair) are high or critical. */
export const emi206: EmisarRule = {
  code: 'EMI206',
  name: 'destructive-below-high',
  severity: 'warning',
  summary: 'An action is named after something destructive and is declared below high.',
  why: 'For the public registry what deletes, restarts or repairs is high or critical, so that nobody has to read the script to know.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (action.risk !== 'low' && action.risk !== 'medium') continue;
      const verb = action.id.slice(action.id.lastIndexOf('.') + 1);
      if (!DESTRUCTIVE.test(verb)) continue;
      yield atValue(document, ['risk'], {
        message: `the risk "${action.risk}" is below "high", the least for an action that is named ${quote(verb)}`,
        hint: 'write `risk: high`, or name the action after what it does',
        related: [related(document, ['id'], 'its name')],
      });
    }
  },
};
