import { atValue } from '../structure/finding.ts';
import type { ReferenceProblem } from './reference.ts';
import type { EmisarRule } from './rule.ts';

/** What a rule says of a path: `is` goes on where "the script "x"" ends. */
interface ReferenceWords {
  readonly is: string;
  readonly hint: string;
}

/** A rule over the paths that a pack names, told by the one problem it reports. */
export function referenceRule(
  info: Omit<EmisarRule, 'check'>,
  problem: ReferenceProblem,
  { is, hint }: ReferenceWords,
): EmisarRule {
  return {
    ...info,
    *check({ named }) {
      for (const { document, at, what, reference } of named) {
        if (reference.outcome.ok || reference.outcome.problem !== problem) continue;
        yield atValue(document, at, { message: `the ${what} "${reference.authored}" ${is}`, hint });
      }
    },
  };
}
