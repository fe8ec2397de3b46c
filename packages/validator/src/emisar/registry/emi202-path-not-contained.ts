import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { atKey } from '../../structure/finding.ts';
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
      for (const [index, { name, validation }] of (action.args ?? []).entries()) {
        if (!hasPathRules(validation) || hasChoices(validation)) continue;
        if (validation?.allowed_paths?.length || validation?.allowed_prefixes?.length) continue;
        if (!isReadOut(action, name)) continue;
        yield atKey(document, ['args', index, 'name'], {
          message: `the path "${name}" may lead anywhere but to what is denied`,
          hint: 'add validation.allowed_prefixes with the directories that are meant',
        });
      }
    }
  },
};

function isReadOut(action: EmisarActionDocument, name: string): boolean {
  const program = shellProgramOf(action);
  const variables = program ? shellVariables(action, program.index) : new Map<string, string>();
  const holds = (word: string): boolean =>
    referencedNames(word).includes(name) ||
    [...word.matchAll(/\$\{?(\w+)/g)].some(([, variable = '']) => variables.get(variable) === name);
  return commandsOf(action).some(({ program, words }) => READERS.has(program) && words.some(holds));
}
