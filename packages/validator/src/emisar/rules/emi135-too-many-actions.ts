import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 8.5. */
const MOST_ACTIONS = 120;

export const emi135: EmisarRule = {
  code: 'EMI135',
  name: 'too-many-actions',
  severity: 'warning',
  summary: 'The pack has more actions than MCP clients are shown.',
  why: 'A pack is offered to models with at most 120 actions.',
  *check({ manifest }) {
    const count = manifest.value.actions.length;
    if (count <= MOST_ACTIONS) return;
    yield atKey(manifest, ['actions'], {
      message: `the pack has ${count} actions; MCP clients are shown at most ${MOST_ACTIONS} of a pack`,
      hint: 'split the pack by what its actions are about',
    });
  },
};
