import { foldWhitespace } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import { commandsOf } from '../risk-floor/command.ts';
import { floorOf } from '../risk-floor/floor-of.ts';
import type { EmisarRule } from '../rule.ts';

/** The review bar: honest side effects. */
export const emi205: EmisarRule = {
  code: 'EMI205',
  name: 'side-effects-denied',
  severity: 'warning',
  summary: 'The action says that it has no side effects, and its command has.',
  why: 'Models read the side effects to decide whether to ask. For the public registry every one is listed.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const [only, ...more] = action.side_effects;
      if (more.length > 0 || foldWhitespace(only ?? '').toLowerCase() !== 'none') continue;
      const [floor] = commandsOf(action).flatMap((command) => floorOf(command) ?? []);
      if (!floor) continue;
      yield atValue(document, ['side_effects', 0], {
        message: `"${floor.command}" has side effects: it ${floor.reason}`,
        hint: 'list what changes on the host, in files and over the network',
      });
    }
  },
};
