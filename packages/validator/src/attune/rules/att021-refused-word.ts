import type { AttuneRule } from '../rule.ts';
import { wordFinding } from '../word-finding.ts';
import { REFUSING, unexpectedValues } from '../word-places.ts';

/** Spec 1.3. */
export const att021: AttuneRule = {
  code: 'ATT021',
  name: 'refused-word',
  severity: 'error',
  summary: 'A word is not one of those that its key takes, and the loader refuses the pack for it.',
  why: 'How parameters are delivered and who may refer to a component decide what is safe, so there is no falling back.',
  *check(pack) {
    for (const fault of unexpectedValues(pack)) {
      if (REFUSING.has(fault.path.at(-1) ?? '')) yield wordFinding(fault, '');
    }
  },
};
