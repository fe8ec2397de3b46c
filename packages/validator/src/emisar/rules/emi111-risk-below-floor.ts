import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { atValue, related } from '../../structure/finding.ts';
import { commandsOf } from '../risk-floor/command.ts';
import { type Floor, floorOf, rankOf } from '../risk-floor/floor-of.ts';
import { scriptFloor } from '../risk-floor/script-floor.ts';
import { argvOf, type EmisarRule } from '../rule.ts';

/** specs/emisar 10.2. */
export const emi111: EmisarRule = {
  code: 'EMI111',
  name: 'risk-below-floor',
  severity: 'warning',
  summary: 'The declared risk is lower than what the command does.',
  why: 'Approval policy goes by the declared tier alone: a restart declared low runs without anyone being asked.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const floor = floorOfAction(action);
      if (!floor || rankOf(action.risk) >= rankOf(floor.tier)) continue;
      yield atValue(document, ['risk'], {
        message: `the risk "${action.risk}" is below "${floor.tier}", the least for "${floor.command}"`,
        hint: `write \`risk: ${floor.tier}\`: it ${floor.reason}`,
        related: [related(document, argvOf(action).path, 'what it runs')],
      });
    }
  },
};

function floorOfAction(action: EmisarActionDocument): Floor | undefined {
  if (action.risk === 'critical') return undefined;
  if (action.kind === 'script') return scriptFloor(action.execution.argv ?? []);
  const floors = commandsOf(action).flatMap((command) => floorOf(command) ?? []);
  return floors.toSorted((left, right) => rankOf(right.tier) - rankOf(left.tier))[0];
}
