import { plain } from '../../source/span.ts';
import type { AttuneRule } from '../rule.ts';
import { schemaFinding } from '../schema-finding.ts';
import { namesThatAreNoText, schemaProblems } from '../schemas.ts';

/** Spec 1.13. */
export const att018: AttuneRule = {
  code: 'ATT018',
  name: 'schema-form',
  severity: 'error',
  summary: 'A schema is not written as one entry per value, each with a type.',
  why: 'The checker takes this flat form only. The loader drops entries that are not mappings, and with them their limits.',
  upstream: ['schema.not_object', 'schema.invalid_field', 'schema.missing_type'],
  *check(pack) {
    for (const found of schemaProblems(pack, [
      'not-a-mapping',
      'json-schema-form',
      'entry-not-a-mapping',
      'missing-type',
      'type-slip',
    ])) {
      if (found.isChecked) yield schemaFinding(found);
    }
    for (const { file, key } of namesThatAreNoText(pack)) {
      const span = plain(key);
      const newText = JSON.stringify(key.value);
      yield {
        file,
        span,
        message: `the name ${key.value} is not read as text`,
        hint: `quote it: ${newText}`,
        fix: { title: 'put it in quotes', edits: [{ file, span, newText }] },
      };
    }
  },
};
