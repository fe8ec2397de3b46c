import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { referencesOf } from '../references-of.ts';
import { argvOf, type EmisarRule } from '../rule.ts';

/** specs/emisar 10.2. */
export const emi126: EmisarRule = {
  code: 'EMI126',
  name: 'option-left-behind',
  severity: 'warning',
  summary: 'An option stays on the command line when its value is left out.',
  why: 'Only the element with the reference is dropped. The program then takes the next element for the value.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const { argv } = argvOf(action);
      for (const { name = '', path, isWhole, isOptional } of referencesOf(action)) {
        const index = path.at(-1);
        if (!isWhole || !isOptional || typeof index !== 'number') continue;
        const option = argv[index - 1] ?? '';
        if (!takesValueOf(option, name)) continue;
        yield atValue(document, [...path.slice(0, -1), index - 1], {
          message: `${quote(option)} stays when ${quote(name)} is left out`,
          hint: `make it one element: "${option}={{ args.${name}? }}"`,
        });
      }
    }
  },
};

/** Whether a long option carries the name of the argument behind it; with others it may be a flag on its own. */
function takesValueOf(option: string, name: string): boolean {
  if (!/^--?[A-Za-z][A-Za-z0-9-]+$/.test(option)) return false;
  const words = option.replace(/^-+/, '').toLowerCase().split('-');
  const named = name.toLowerCase().split('_');
  return words.at(-1) === named.at(-1) || words.join('') === named.join('');
}
