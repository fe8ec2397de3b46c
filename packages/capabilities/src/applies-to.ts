import { closest } from '@packwright/values';
import { pointerTo } from './pointer.ts';
import type { Problems } from './problem.ts';
import { quote } from './quote.ts';

/** The names of the allow rules of a capability, and those of the others for a better hint. */
export interface RuleNames {
  /** Position of each named rule. */
  readonly own: ReadonlyMap<string, number>;
  /** The capability that has a rule of a name. */
  readonly elsewhere: (name: string) => string | undefined;
}

/** The positions of the rules that `applies_to` names; null for all (specs/evershell 3.10). */
export function resolveRules(
  names: readonly string[] | undefined,
  known: RuleNames,
  pointer: string,
  problems: Problems,
): ReadonlySet<number> | null {
  if (names === undefined) return null;
  const rules = new Set<number>();
  for (const [index, name] of names.entries()) {
    const rule = known.own.get(name);
    if (rule !== undefined) rules.add(rule);
    else {
      const message = `no rule of this capability is named ${quote(name)}`;
      const other = known.elsewhere(name);
      const near = other === undefined ? closest(name, known.own.keys()) : undefined;
      const hint =
        other === undefined
          ? hintFor(near, known)
          : `it is a rule of ${quote(other)}; name rules of the same capability only`;
      const details = near === undefined ? {} : { instead: near };
      problems.add('applies_to_unknown', pointerTo(pointer, index), message, hint, details);
    }
  }
  return rules;
}

function hintFor(near: string | undefined, { own }: RuleNames): string {
  if (near !== undefined) return `did you mean "${near}"?`;
  return own.size === 0 ? 'give the rule a `name`, or leave `applies_to` out' : 'write the `name` of a rule';
}
