import { atValue } from '../../structure/finding.ts';
import type { ReferenceProblem } from '../reference.ts';
import type { EmisarRule } from '../rule.ts';

const remedies: ReadonlyMap<ReferenceProblem, string> = new Map([
  ['directory', 'name a file in it'],
  ['special', 'name a regular file'],
  ['unreadable', 'let the user who runs this read the file'],
]);

/** specs/emisar 1.5. */
export const emi016: EmisarRule = {
  code: 'EMI016',
  name: 'file-unreadable',
  severity: 'error',
  summary: 'A file that the pack names cannot be read.',
  why: 'Every byte that the pack names enters its content hash.',
  upstream: ['F8'],
  *check({ named }) {
    for (const { document, at, what, reference } of named) {
      if (reference.outcome.ok) continue;
      const { problem, detail } = reference.outcome;
      const hint = remedies.get(problem);
      if (hint === undefined) continue;
      const subject = `the ${what} "${reference.authored}"`;
      const message =
        problem === 'unreadable' ? `${subject} cannot be read: ${detail}` : `${subject} is ${detail}`;
      yield atValue(document, at, { message, hint });
    }
  },
};
