import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.7. */
export const emi116: EmisarRule = {
  code: 'EMI116',
  name: 'program-with-spaces',
  severity: 'warning',
  summary: 'A program name holds spaces.',
  why: 'It is taken as one file name and never split: `/usr/bin/env bash` looks for a file called `env bash`.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      const [program = '', path] =
        action.kind === 'exec'
          ? [action.execution.command.binary, ['execution', 'command', 'binary']]
          : [action.execution.script.interpreter, ['execution', 'script', 'interpreter']];
      if (!/\s/.test(program)) continue;
      yield atValue(document, path as string[], {
        message: `"${program}" is looked up as one file name, spaces included`,
        hint: 'name the program alone and put the rest into argv',
      });
    }
  },
};
