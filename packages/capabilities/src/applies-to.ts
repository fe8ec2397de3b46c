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
      problems.add('applies_to_unknown', pointerTo(pointer, index), message, hintFor(name, known));
    }
  }
  return rules;
}

function hintFor(name: string, { own, elsewhere }: RuleNames): string {
  const other = elsewhere(name);
  if (other !== undefined) return `it is a rule of ${quote(other)}; name rules of the same capability only`;
  const near = closest(name, own.keys());
  if (near) return `did you mean "${near}"?`;
  return own.size === 0 ? 'give the rule a `name`, or leave `applies_to` out' : 'write the `name` of a rule';
}
