import { spanWithin } from '../../structure/span-within.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import { isAnyText, programPlaces } from '../program-places.ts';
import { referencesOf } from '../references-of.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 10.3: what the loader's own rule on shell programs (EMI045) does not see. */
export const emi131: EmisarRule = {
  code: 'EMI131',
  name: 'text-in-program',
  severity: 'warning',
  summary: 'Any text becomes part of a program that an interpreter or a database runs.',
  why: 'A quote in the value ends the text it was to be, and the rest of the value is run.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const places = programPlaces(action);
      if (places.size === 0) continue;
      const told = new Set<string>();
      for (const { name, path, start, end, isWhole } of referencesOf(action)) {
        const program = path[1] === 'env' ? undefined : places.get(Number(path.at(-1)));
        const arg = argumentOf(action, name);
        // An element that is nothing but the argument takes a program on purpose.
        if (program === undefined || isWhole || !arg || !isAnyText(arg)) continue;
        const key = `${String(path.at(-1))} ${arg.name}`;
        if (told.has(key)) continue;
        told.add(key);
        yield {
          file: document.file,
          span: spanWithin(document, path, start, end),
          message: `the argument ${quote(arg.name)} becomes part of a program for ${program}`,
          hint: `bound ${quote(arg.name)} by an enum or an anchored pattern without quotes, or hand it over as data`,
        };
      }
    }
  },
};
