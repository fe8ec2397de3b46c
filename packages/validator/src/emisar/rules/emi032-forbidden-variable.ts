import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi032: EmisarRule = {
  code: 'EMI032',
  name: 'forbidden-variable',
  severity: 'error',
  summary: 'The environment sets a variable that makes programs load other code.',
  why: 'The dynamic linker and bash run what `LD_*`, `DYLD_*` and `BASH_ENV` name, before the declared command.',
  upstream: ['A36'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const name of Object.keys(action.execution.env ?? {})) {
        if (!/^(?:LD_|DYLD_|BASH_ENV$)/.test(name)) continue;
        yield atKey(document, ['execution', 'env', name], {
          message: `the variable "${name}" must not be set`,
          hint: 'remove it; call the program by its real name instead',
        });
      }
    }
  },
};
