import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { spanWithin } from '../../structure/span-within.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import { type PlacedReference, referencesOf } from '../references-of.ts';
import type { EmisarRule } from '../rule.ts';

const MOST_PLACES = 64;

/** specs/emisar 3.2. */
export const emi103: EmisarRule = {
  code: 'EMI103',
  name: 'optional-reference',
  severity: 'warning',
  summary: 'A template needs an argument that a call may leave out.',
  why: 'The pack loads, and every call without the argument fails when its command line is put together.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [name, needed] of neededArguments(action)) {
        const [first, ...others] = needed.map(({ path, start, end }) =>
          spanWithin(document, path, start, end),
        );
        if (!first) continue;
        yield {
          file: document.file,
          span: first,
          message: `a call without the optional argument ${quote(name)} fails here`,
          hint: `write "{{ args.${name}? }}", or give ${quote(name)} a default`,
          related: others.map((span) => ({ file: document.file, span, message: 'and here' })),
        };
      }
    }
  },
};

/** The references without `?` to arguments that a call may leave out, by their names. */
function neededArguments(action: EmisarActionDocument): ReadonlyMap<string, readonly PlacedReference[]> {
  const needed = new Map<string, PlacedReference[]>();
  for (const reference of referencesOf(action)) {
    if (reference.isOptional) continue;
    const arg = argumentOf(action, reference.name);
    if (!arg || arg.required === true || (arg.default !== undefined && arg.default !== null)) continue;
    const places = needed.get(arg.name) ?? [];
    if (places.length < MOST_PLACES) places.push(reference);
    needed.set(arg.name, places);
  }
  return needed;
}
