import { atValue } from '../../structure/finding.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import { isAnyText, programPlaces } from '../program-places.ts';
import { referencesOf } from '../references-of.ts';
import type { EmisarRule } from '../rule.ts';

/** The review bar: no free-form strings that are run. */
export const emi216: EmisarRule = {
  code: 'EMI216',
  name: 'free-program',
  severity: 'warning',
  summary: 'A caller sends a whole program or query.',
  why: 'What such an action does cannot be reviewed. The public registry takes commands whose effect is known.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const places = programPlaces(action);
      if (places.size === 0) continue;
      for (const { name, path, isWhole } of referencesOf(action)) {
        const program = path[1] === 'env' ? undefined : places.get(Number(path.at(-1)));
        const arg = argumentOf(action, name);
        if (program === undefined || !isWhole || !arg || !isAnyText(arg)) continue;
        yield atValue(document, path, {
          message: `${quote(arg.name)} is a program of the caller's own for ${program}`,
          hint: 'write the program here and take only values from the caller',
        });
      }
    }
  },
};
