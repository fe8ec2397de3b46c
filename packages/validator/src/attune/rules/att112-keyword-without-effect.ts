import type { AttuneRule } from '../rule.ts';
import { schemaFinding } from '../schema-finding.ts';
import { schemaProblems } from '../schemas.ts';

/** Spec 1.13. */
export const att112: AttuneRule = {
  code: 'ATT112',
  name: 'keyword-without-effect',
  severity: 'warning',
  restsOn: [],
  summary: 'A key of a schema does nothing.',
  why: 'A limit that nothing reads lets everything through.',
  *check(pack) {
    for (const found of schemaProblems(pack, [
      'ignored-keyword',
      'idle-required',
      'idle-flag',
      'type-slip',
    ])) {
      // Where a type has to be there, its slip is an error.
      const isTold = found.problem.kind === 'type-slip' && found.isChecked;
      if (!found.isShadowed && !isTold) yield schemaFinding(found);
    }
  },
};
