import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { hasFurtherReferences, referencesOf } from '../references-of.ts';
import type { EmisarRule } from '../rule.ts';
import { referencedNames } from '../template/check-templates.ts';

/** specs/emisar 10.4. */
export const emi113: EmisarRule = {
  code: 'EMI113',
  name: 'argument-unused',
  severity: 'warning',
  summary: 'An argument is declared, but no template puts it anywhere.',
  why: 'Callers read the declaration and send a value that changes nothing. Often the reference was forgotten.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (!action.args?.length || hasFaultyReference(action)) continue;
      const used = new Set([...referencesOf(action).map(({ name }) => name), ...namesInIgnoredArgv(action)]);
      for (const [index, { name }] of action.args.entries()) {
        if (used.has(name) || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
        yield atValue(document, ['args', index, 'name'], {
          message: `the argument ${quote(name)} goes nowhere: no template refers to it`,
          hint: `put "{{ args.${name} }}" into argv or env, or remove the argument`,
        });
      }
    }
  },
};

/** A reference that is at fault may be the one that is missed. */
function hasFaultyReference(action: EmisarActionDocument): boolean {
  return hasFurtherReferences(action) || referencesOf(action).some(({ name }) => name === undefined);
}

/** What EMI105 reports already. */
function namesInIgnoredArgv(action: EmisarActionDocument): readonly string[] {
  return action.kind === 'exec'
    ? (action.execution.argv ?? []).flatMap((text) => [...new Set(referencedNames(text))])
    : [];
}
