import { firstOf } from '../../diagnostics/limited.ts';
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
        const problems = firstOf(checkArguments(action.args ?? [], args));
        // A misspelt name says already why the argument it was meant for is missing.
        const meant = new Set(problems.map(({ hint }) => hint));
        for (const { arg, code, index: item, message, hint } of problems) {
          if (code === 'required' && meant.has(`did you mean "${arg}"?`)) continue;
          const path = ['examples', index, 'args', arg];
          if (code === 'required') {
            yield atKey(document, path, {
              message: `the example lacks "${arg}", which is required`,
              hint: `add "${arg}" to its args`,
            });
            continue;
          }
          const isUnknown = code === 'unknown_arg';
          const place = isUnknown ? atKey : atValue;
          const advice = hint ?? (isUnknown ? 'declare it under `args`, or remove it' : undefined);
          yield place(document, item === undefined ? path : [...path, item], {
            message: `the argument "${arg}" ${message}`,
            ...(advice === undefined ? {} : { hint: advice }),
          });
        }
      }
    }
  },
};
