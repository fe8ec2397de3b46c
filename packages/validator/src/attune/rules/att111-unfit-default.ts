import type { AttuneRule } from '../rule.ts';
import { schemaFinding } from '../schema-finding.ts';
import { schemaProblems } from '../schemas.ts';

/** Spec 2.5. */
export const att111: AttuneRule = {
  code: 'ATT111',
  name: 'unfit-default',
  severity: 'warning',
  restsOn: [],
  summary: 'A default does not fit the schema it stands in.',
  why: 'Whoever relies on it sends a value that is refused.',
  *check(pack) {
    for (const found of schemaProblems(pack, ['unfit-default'])) yield schemaFinding(found);
  },
};
