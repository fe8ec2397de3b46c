import { atKey, atValue } from '../../structure/finding.ts';
import { checkArguments } from '../arguments/check-arguments.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.9, S2. */
export const emi042: EmisarRule = {
  code: 'EMI042',
  name: 'example-arguments',
  severity: 'error',
  summary: 'The arguments of an example would be refused.',
  why: 'Models copy examples. The loader holds each against the declarations, path rules aside.',
  upstream: ['S2'],
  *check({ actions }) {
    for (const { document, action, declarations } of actions) {
      if (declarations.length > 0) continue;
      for (const [index, example] of (action.examples ?? []).entries()) {
        const args = example.args ?? {};
        const problems = [...checkArguments(action.args ?? [], args)];
        // A misspelt name says already why the argument it was meant for is missing.
        const meant = new Set(problems.map(({ hint }) => hint));
        for (const { arg, code, index: item, message, hint } of problems) {
          if (code === 'required' && meant.has(`did you mean "${arg}"?`)) continue;
          const path = ['examples', index, 'args', arg];
          const words = {
            message: `the argument "${arg}" ${message}`,
            ...(hint === undefined ? {} : { hint }),
          };
          if (item !== undefined) yield atValue(document, [...path, item], words);
          else if (Object.hasOwn(args, arg) && hint === undefined) yield atValue(document, path, words);
          else yield atKey(document, path, words);
        }
      }
    }
  },
};
