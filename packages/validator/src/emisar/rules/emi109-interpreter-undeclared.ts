import { isSound } from '../../structure/document.ts';
import { atValue, relatedIfWritten } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** Programs that every host has. */
const EVERYWHERE = new Set(['sh']);

/** specs/emisar 10.4. */
export const emi109: EmisarRule = {
  code: 'EMI109',
  name: 'interpreter-undeclared',
  severity: 'warning',
  summary: 'A script is read by a program that `requires.binaries` does not name.',
  why: 'Operators see what a pack needs before they install it. A missing interpreter shows only when the action runs.',
  *check({ manifest, actions }) {
    if (!isSound(manifest)) return;
    const declared = new Set(manifest.value.requires?.binaries ?? []);
    for (const { document, action } of actions) {
      if (action.kind !== 'script') continue;
      const { interpreter = '' } = action.execution.script;
      const program = interpreter.slice(interpreter.lastIndexOf('/') + 1);
      // With spaces in it, it is no program at all: EMI116.
      if (program === '' || /\s/.test(program) || EVERYWHERE.has(program)) continue;
      if (declared.has(program) || declared.has(interpreter)) continue;
      yield atValue(document, ['execution', 'script', 'interpreter'], {
        message: `the interpreter "${program}" is not among requires.binaries`,
        hint: `add ${program} to requires.binaries in pack.yaml`,
        related: relatedIfWritten(manifest, ['requires', 'binaries'], 'what the pack declares'),
      });
    }
  },
};
