import { isSound } from '../../structure/document.ts';
import { atValue, relatedIfWritten } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { baseName } from '../risk-floor/command.ts';
import type { EmisarRule } from '../rule.ts';
import { broughtWith, isEverywhere } from '../words.ts';

/** The review bar: resolvable binaries. Interpreters are EMI109. */
export const emi207: EmisarRule = {
  code: 'EMI207',
  name: 'program-undeclared',
  severity: 'warning',
  summary: 'An action starts a program that `requires.binaries` does not name.',
  why: 'For the public registry operators see everything a pack needs before they install it. A missing program shows only when the action runs.',
  *check({ manifest, actions }) {
    if (!isSound(manifest)) return;
    const known = new Set((manifest.value.requires?.binaries ?? []).flatMap(broughtWith));
    for (const { document, action } of actions) {
      if (action.kind !== 'exec') continue;
      const program = baseName(action.execution.command.binary);
      // With spaces in it, it is no program at all: EMI116.
      if (program === '' || /\s/.test(program) || known.has(program) || isEverywhere(program)) continue;
      for (const other of broughtWith(program)) known.add(other);
      yield atValue(document, ['execution', 'command', 'binary'], {
        message: `the program ${quote(program)} is not among requires.binaries`,
        hint: `add ${program} to requires.binaries in pack.yaml`,
        related: relatedIfWritten(manifest, ['requires', 'binaries'], 'what the pack declares'),
      });
    }
  },
};
