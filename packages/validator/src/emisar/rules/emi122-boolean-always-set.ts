import { spanWithin } from '../../structure/span-within.ts';
import { quote } from '../arguments/quote.ts';
import { shellProgramOf } from '../risk-floor/command.ts';
import type { EmisarRule } from '../rule.ts';
import { shellVariables } from '../shell-variables.ts';

/** `[ -n "$x" ]`, `[ -z "$x" ]`, `[ "$x" ]` and the same with `test` and `[[`. */
const TEST =
  /(?:\[\[?|\btest)\s+(?:!\s+)?(?:-[nz]\s+)?"?\$\{?([A-Za-z_]\w*|[1-9])\}?"?\s*(?=\]|;|&&|\|\||\n|$)/g;
const MOST_CHARACTERS = 65_536;
const ALTERNATE = /\$\{([A-Za-z_]\w*|[1-9]):?\+[^}]*\}/g;

/** specs/emisar 3.3, 10.2. */
export const emi122: EmisarRule = {
  code: 'EMI122',
  name: 'boolean-always-set',
  severity: 'warning',
  summary: 'A shell program asks whether a boolean is empty, and it never is.',
  why: 'A boolean reaches the shell as the text `true` or `false`; both are there, so the test says the same for either.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const booleans = new Set(
        (action.args ?? []).filter(({ type }) => type === 'boolean').map(({ name }) => name),
      );
      if (booleans.size === 0) continue;
      const program = shellProgramOf(action);
      if (!program || program.text.length > MOST_CHARACTERS) continue;
      const variables = shellVariables(action, program.index);
      for (const found of [...program.text.matchAll(TEST), ...program.text.matchAll(ALTERNATE)]) {
        const [test, variable = ''] = found;
        const name = variables.get(variable);
        if (name === undefined || !booleans.has(name)) continue;
        const path = ['execution', 'command', 'argv', program.index];
        yield {
          file: document.file,
          span: spanWithin(document, path, found.index, found.index + test.length),
          message: `${quote(name)} is the text "true" or "false", never empty`,
          hint: `compare it: [ "$${variable}" = true ]`,
        };
      }
    }
  },
};
