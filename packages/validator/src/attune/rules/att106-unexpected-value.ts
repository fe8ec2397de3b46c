import type { AttuneRule } from '../rule.ts';
import { wordFinding } from '../word-finding.ts';
import { REFUSING, unexpectedValues } from '../word-places.ts';

/** Spec 2.5. */
export const att106: AttuneRule = {
  code: 'ATT106',
  name: 'unexpected-value',
  severity: 'warning',
  restsOn: [],
  summary: 'A value is not what its key takes, and the loader reads it as if nothing were written.',
  why: 'The pack loads with the default, which is not what stands in the file.',
  *check(pack) {
    for (const fault of unexpectedValues(pack)) {
      if (fault.path[0] === 'testing' || REFUSING.has(fault.path.at(-1) ?? '')) continue;
      yield wordFinding(fault, ', so the default counts');
    }
  },
};
