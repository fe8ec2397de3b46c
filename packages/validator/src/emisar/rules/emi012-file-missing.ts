import { atValue, replaceValue } from '../../structure/finding.ts';
import { meantFiles } from '../missing-files.ts';
import type { NamedFile } from '../pack.ts';
import type { EmisarRule } from '../rule.ts';

const remedies: Record<NamedFile['what'], string> = {
  'action file': 'create it, or remove the entry',
  script: 'create it, or name the script that is meant',
};

/** specs/emisar 1.5. */
export const emi012: EmisarRule = {
  code: 'EMI012',
  name: 'file-missing',
  severity: 'error',
  summary: 'A file that the pack names is not there.',
  why: 'The pack is loaded whole or not at all.',
  upstream: ['F4'],
  *check(pack) {
    const meantInstead = meantFiles(pack);
    for (const { document, at, what, reference } of pack.named) {
      if (reference.outcome.ok) continue;
      const { problem } = reference.outcome;
      if (problem !== 'missing' && problem !== 'link-to-nothing') continue;
      const subject = `the ${what} "${reference.authored}"`;
      if (problem === 'link-to-nothing') {
        const hint = 'replace the link with the file';
        yield atValue(document, at, { message: `${subject} is a link to nothing`, hint });
        continue;
      }
      const meant = meantInstead.get(reference.file);
      yield atValue(document, at, {
        message: `${subject} does not exist`,
        hint: meant ? `did you mean "${meant}"?` : remedies[what],
        ...(meant ? { fix: replaceValue(document, at, meant, `replace with ${meant}`) } : {}),
      });
    }
  },
};
