import type { EmisarActionDocument, EmisarArg } from '@packwright/schema/emisar';
import { atKey } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices, hasPathRules } from '../bounds.ts';
import { commandsOf, shellProgramOf } from '../risk-floor/command.ts';
import type { EmisarRule } from '../rule.ts';
import { shellVariables } from '../shell-variables.ts';
import { referencedNames } from '../template/check-templates.ts';

/** Programs that hand out what is in a file. */
const READERS = new Set(
  'cat head tail less more grep egrep zgrep sed awk strings xxd od base64 cp tar zip jq'.split(' '),
);

/** The review bar: paths use allowed_prefixes. Paths without any rule are EMI108 and EMI132. */
export const emi202: EmisarRule = {
  code: 'EMI202',
  name: 'path-not-contained',
  severity: 'warning',
  summary: 'A file that is read out is kept from some places, but not kept in any.',
  why: 'A list of what is denied forgets something on every host, such as `/proc/1/environ`. For the public registry a path says where it may lead.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const denied = [...(action.args ?? []).entries()].filter(([, arg]) => isOnlyDenied(arg));
      const shown = denied.length > 0 ? readOut(action) : new Set<string>();
      for (const [index, { name }] of denied) {
        if (!shown.has(name)) continue;
        yield atKey(document, ['args', index, 'name'], {
          message: `the path ${quote(name)} may lead anywhere but to what is denied`,
          hint: 'add validation.allowed_prefixes with the directories that are meant',
        });
      }
    }
  },
};

function isOnlyDenied({ validation }: EmisarArg): boolean {
  if (!hasPathRules(validation) || hasChoices(validation)) return false;
  return !validation?.allowed_paths?.length && !validation?.allowed_prefixes?.length;
}

/** The arguments that stand on the command line of a program that hands out what is in a file. */
function readOut(action: EmisarActionDocument): ReadonlySet<string> {
  const program = shellProgramOf(action);
  const variables = program ? shellVariables(action, program.index) : new Map<string, string>();
  const words = commandsOf(action).flatMap(({ program, words }) => (READERS.has(program) ? words : []));
  return new Set(
    words.flatMap((word) => [
      ...referencedNames(word),
      ...Array.from(word.matchAll(/\$\{?(\w+)/g), ([, variable = '']) => variables.get(variable) ?? ''),
    ]),
  );
}
