import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 7.4. */
export const emi117: EmisarRule = {
  code: 'EMI117',
  name: 'relative-cwd',
  severity: 'warning',
  summary: 'The working directory is relative.',
  why: 'It is taken from wherever the runner was started, which differs from host to host, and not from the pack.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const { cwd = '' } = action.execution;
      if (cwd === '' || cwd.startsWith('/')) continue;
      yield atValue(document, ['execution', 'cwd'], {
        message: `the working directory "${cwd}" depends on where the runner was started`,
        hint: 'write an absolute path, or leave it out for /',
      });
    }
  },
};
