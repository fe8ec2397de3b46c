import { closest } from '@packwright/values';
import { atValue, replaceValue } from '../../structure/finding.ts';
import { filesBeside } from '../../tree/files-beside.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.5. */
export const emi012: EmisarRule = {
  code: 'EMI012',
  name: 'file-missing',
  severity: 'error',
  summary: 'A file that the pack names is not there.',
  why: 'The pack is loaded whole or not at all.',
  upstream: ['F4'],
  *check({ tree, named }) {
    const taken = new Set(named.map(({ reference }) => reference.file));
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok || reference.outcome.problem !== 'missing') continue;
      const { authored, file } = reference;
      const meant = closest(
        file,
        filesBeside(tree, file).filter((path) => !taken.has(path)),
      );
      yield atValue(document, at, {
        message: `the ${what} "${authored}" does not exist`,
        hint: meant ? `did you mean "${meant}"?` : 'create it, or remove the entry',
        ...(meant ? { fix: replaceValue(document, at, meant, `replace with ${meant}`) } : {}),
      });
    }
  },
};
