import type { AttuneRule } from '../rule.ts';
import { schemaFinding } from '../schema-finding.ts';
import { schemaProblems } from '../schemas.ts';

/** Spec 1.13. */
export const att110: AttuneRule = {
  code: 'ATT110',
  name: 'schema-unusable',
  severity: 'warning',
  restsOn: [],
  summary: 'A schema by which values are judged does not compile.',
  why: 'It registers, and the first run, event or configuration that is judged by it fails with an internal error.',
  *check(pack) {
    for (const found of schemaProblems(pack, ['unknown-type', 'uncompilable'])) {
      // What nothing is judged by need not compile: `any` is common there, and harmless.
      if (found.isApplied) yield schemaFinding(found);
    }
  },
};
