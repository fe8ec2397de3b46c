import { atKey } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices, hasPathRules } from '../bounds.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 4.5, 4.6. */
export const emi132: EmisarRule = {
  code: 'EMI132',
  name: 'path-without-rules',
  severity: 'warning',
  summary: 'A path argument takes any path of the host.',
  why: "Without path rules links are not followed and a relative path is not even kept from the runner's own files.",
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, type, validation }] of (action.args ?? []).entries()) {
        if (type !== 'path' || hasPathRules(validation) || hasChoices(validation) || validation?.pattern)
          continue;
        yield atKey(document, ['args', index, 'name'], {
          message: `the argument ${quote(name)} takes any path of the host`,
          hint: 'add validation.allowed_prefixes with the directories that are meant',
        });
      }
    }
  },
};
