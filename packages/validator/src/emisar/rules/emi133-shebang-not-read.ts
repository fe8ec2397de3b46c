import { shebangOf } from '../../scripts/shebang.ts';
import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

const POSIX = new Set(['sh', 'ash', 'dash']);

/** specs/emisar 2.7, 7.4. */
export const emi133: EmisarRule = {
  code: 'EMI133',
  name: 'shebang-not-read',
  severity: 'warning',
  summary: 'A script names another interpreter in its first line than the action does.',
  why: 'The runner starts `execution.script.interpreter`, `/bin/sh` when it is left out, and never reads the first line.',
  *check({ actions, named }) {
    const scripts = new Map(
      named.filter(({ what }) => what === 'script').map((found) => [found.document, found]),
    );
    for (const { document, action } of actions) {
      const outcome = scripts.get(document)?.reference.outcome;
      if (action.kind !== 'script' || !outcome?.ok) continue;
      const wanted = shebangOf(outcome.bytes);
      const { interpreter } = action.execution.script;
      const started = (interpreter || '/bin/sh').replace(/^.*\//, '');
      if (wanted === undefined || POSIX.has(wanted) || sameProgram(wanted, started)) continue;
      yield atValue(document, ['execution', 'script', interpreter ? 'interpreter' : 'path'], {
        message: `the script asks for ${wanted} and is read by ${started}`,
        hint: `write \`interpreter: ${wanted}\``,
      });
    }
  },
};

/** `python3` and `python3.12` are one program here. */
const sameProgram = (left: string, right: string): boolean => withoutVersion(left) === withoutVersion(right);
const withoutVersion = (program: string): string => program.replace(/[0-9.]+$/, '');
