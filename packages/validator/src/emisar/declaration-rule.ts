import type { Fix } from '../diagnostics/diagnostic.ts';
import type { LocatedDocument } from '../structure/document.ts';
import { atPart, atValue, replaceValue } from '../structure/finding.ts';
import type { Path } from '../structure/locator.ts';
import type { DeclarationFault } from './arguments/declaration-problem.ts';
import type { EmisarRule } from './rule.ts';

/** A rule over single declarations, told by the faults it reports and by which side of a key they mark. */
export function declarationRule(
  info: Omit<EmisarRule, 'check'>,
  kinds: readonly DeclarationFault[],
  mark = atValue,
): EmisarRule {
  return {
    ...info,
    *check({ actions }) {
      for (const { document, declarations } of actions) {
        for (const { index, kind, path, message, hint, replacement, place } of declarations) {
          if (!kinds.includes(kind)) continue;
          const at = ['args', index, ...path];
          const fix = replacement === undefined ? undefined : rewrite(document, at, replacement);
          const words = { message, ...(hint === undefined ? {} : { hint }), ...(fix ? { fix } : {}) };
          yield place ? atPart(document, at, place, words) : mark(document, at, words);
        }
      }
    },
  };
}

/** Nothing where a tag would still decide what the new text is. */
function rewrite(document: LocatedDocument<unknown>, path: Path, replacement: string): Fix | undefined {
  if (document.locator?.node(path)?.tag !== undefined) return undefined;
  return replaceValue(document, path, replacement, `write ${replacement}`);
}
