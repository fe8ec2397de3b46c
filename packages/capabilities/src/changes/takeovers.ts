import type { Capability } from '../capability.ts';
import { appliesTo } from '../transform/transform.ts';
import { covers } from './covers.ts';
import { mayMeet } from './may-meet.ts';
import { type PlacedRule, placed } from './placed-rule.ts';
import { sourceOf } from './source-of.ts';

/** A rule of the new list, and a rule of the old one whose requests may be its own now. */
interface Takeover {
  readonly from: PlacedRule;
  readonly by: PlacedRule;
}

type List = readonly Capability[];
type Rule = PlacedRule & { readonly terms: string };

/**
 * Rules that may take requests which went by other budgets or changes before, since the first rule that fits wins. For
 * each rule one: another is of the same kind.
 */
export function* takeovers(before: List, after: List): Generator<Takeover> {
  const [old, fresh] = [withTerms(before, after), withTerms(after, before)];
  for (const [index, by] of fresh.entries()) {
    const from = old.find(
      (each, at) =>
        each.terms !== by.terms &&
        mayMeet(each.rule, by.rule) &&
        !hasAlready(old.slice(0, at), by) &&
        !isKept(fresh.slice(0, index), each, by),
    );
    if (from) yield { from, by };
  }
}

/** Whether what the new rule takes went by the same terms already, for all that stands behind some rules. */
const hasAlready = (earlier: readonly Rule[], by: Rule): boolean =>
  earlier.some((each) => each.terms === by.terms && covers(each.rule, by.rule) === 'yes');

/** Whether a rule before the new one keeps the requests of the old one under their terms, or leaves the new one none. */
const isKept = (earlier: readonly Rule[], from: Rule, by: Rule): boolean =>
  earlier.some(
    (each) =>
      covers(each.rule, by.rule) === 'yes' ||
      (each.terms === from.terms && covers(each.rule, from.rule) === 'yes'),
  );

function withTerms(list: List, other: List): readonly Rule[] {
  return placed(list).map((each) => {
    const { capability, rule } = each;
    return {
      ...each,
      terms: termsOf(
        capability,
        other.find(({ name }) => name === capability.name),
        rule.index,
      ),
    };
  });
}

/**
 * What else happens to requests of a rule, as a text to compare; empty for nothing. Budgets and changes that differ
 * between the two versions of one capability are told there, so only those that both have tell rules apart.
 */
function termsOf(own: Capability, other: Capability | undefined, rule: number): string {
  const isPlain = (each: Capability | undefined): boolean =>
    each === undefined || (each.counters.length === 0 && each.transforms.length === 0);
  if (isPlain(own) && isPlain(other)) return '';
  const counters = own.counters.filter(
    (counter) => !other || other.counters.some(({ name }) => name === counter.name),
  );
  const areSame = !other || sourceOf(own.transforms) === sourceOf(other.transforms);
  const transforms = areSame ? own.transforms : [];
  return JSON.stringify([
    own.name,
    counters.filter((each) => appliesTo(each, rule)).map(({ name }) => name),
    transforms.filter((each) => appliesTo(each, rule)).map(({ name }) => name),
  ]);
}
