import { atValue } from '../structure/finding.ts';
import type { DeclarationFault } from './arguments/declaration-problem.ts';
import type { EmisarRule } from './rule.ts';

/** A rule over single declarations, told by the faults it reports. */
export function declarationRule(
  info: Omit<EmisarRule, 'check'>,
  kinds: readonly DeclarationFault[],
): EmisarRule {
  return {
    ...info,
    *check({ actions }) {
      for (const { document, declarations } of actions) {
        for (const { index, kind, path, message, hint } of declarations) {
          if (!kinds.includes(kind)) continue;
          yield atValue(document, ['args', index, ...path], {
            message,
            ...(hint === undefined ? {} : { hint }),
          });
        }
      }
    },
  };
}
