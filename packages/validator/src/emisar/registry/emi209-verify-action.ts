import { atKey, atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** The review bar: an operator can try a fresh install without harm. */
export const emi209: EmisarRule = {
  code: 'EMI209',
  name: 'verify-missing',
  severity: 'warning',
  summary: 'The pack names no action, or none of low risk, to check a fresh install with.',
  why: 'For the public registry `setup.verify` is the first thing an operator runs, so it only reads.',
  *check({ manifest, actions }) {
    const { setup } = manifest.value;
    if (!setup?.verify) {
      if (!actions.some(({ action }) => action.risk === 'low')) return;
      yield atKey(manifest, [setup ? 'setup' : 'id'], {
        message: 'the pack has no setup.verify',
        hint: 'name an action of low risk that shows whether the pack works',
      });
      return;
    }
    const found = actions.find(({ action }) => action.id === setup.verify);
    if (!found || found.action.risk === 'low') return;
    yield atValue(manifest, ['setup', 'verify'], {
      message: `${quote(setup.verify)} is declared ${found.action.risk}, so checking an install needs an approval`,
      hint: 'name an action that only reads',
    });
  },
};
