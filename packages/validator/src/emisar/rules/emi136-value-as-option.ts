import type { EmisarArg } from '@packwright/schema/emisar';
import { atValue } from '../../structure/finding.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices, hasPathRules } from '../bounds.ts';
import { referencesOf } from '../references-of.ts';
import { baseName } from '../risk-floor/command.ts';
import { argvOf, type EmisarRule } from '../rule.ts';

/** Programs that take what is behind their command as data, whatever it begins with. */
const NO_OPTIONS = new Set('echo printf test expr redis-cli valkey-cli sh bash dash ash ksh zsh'.split(' '));

/** specs/emisar 3.5. */
export const emi136: EmisarRule = {
  code: 'EMI136',
  name: 'value-as-option',
  severity: 'warning',
  summary: 'A value may begin with "-", and the program then takes it for an option.',
  why: 'Options do more than their command: `systemctl status -H host` goes to another machine. A value that may begin with a dash chooses them.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (action.kind !== 'exec' || NO_OPTIONS.has(baseName(action.execution.command.binary))) continue;
      const { argv } = argvOf(action);
      const end = argv.indexOf('--');
      for (const { name, path, isWhole } of referencesOf(action)) {
        const index = path.at(-1);
        if (!isWhole || typeof index !== 'number' || (end !== -1 && index > end)) continue;
        // Behind an option the value is that option's own.
        if ((argv[index - 1] ?? '').startsWith('-')) continue;
        const arg = argumentOf(action, name);
        if (!arg || !mayBeginWithDash(arg)) continue;
        yield atValue(document, path, {
          message: `${quote(arg.name)} may begin with "-", and would be read as an option`,
          hint: 'put "--" before it where the program knows that, or let the pattern begin with another character',
        });
      }
    }
  },
};

/** Only patterns that begin with a class are looked at; a text without a pattern is EMI107. */
function mayBeginWithDash({ type, validation }: EmisarArg): boolean {
  if (type !== 'string' || hasChoices(validation) || hasPathRules(validation)) return false;
  const [, negated, members = ''] =
    /^\^(?:\((?:\?:)?)?\[(\^?)((?:\\.|[^\]\\])+)\]/s.exec(validation?.pattern ?? '') ?? [];
  if (members === '') return false;
  const has = /^-|-$|\\-/.test(members) || /[ -,]-[.-~]/.test(members);
  return has !== (negated === '^');
}
