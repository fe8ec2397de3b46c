import type { Counter } from '../budget/counter.ts';
import type { AllowRule, Capability } from '../capability.ts';
import { secretsOfChange } from '../transform/transform.ts';
import { type Certainty, covers } from './covers.ts';
import { type PlacedRule, placed } from './placed-rule.ts';
import { sourceOf } from './source-of.ts';
import { takeovers } from './takeovers.ts';

/** One difference between two lists of capabilities. */
export interface CapabilityChange {
  readonly capability: string;
  /**
   * `wider`: some request is admitted, or admitted more often, that was not. `narrower`: some is not any more, and none
   * is new. `unknown`: it cannot be told, so take it for wider.
   */
  readonly meaning: 'wider' | 'narrower' | 'unknown';
  readonly message: string;
  /** What it is about: a rule by its position, a counter by its name; in the list that has it, the new one first. */
  readonly at: CapabilityPlace;
}

export interface CapabilityPlace {
  readonly list: 'before' | 'after';
  /** Position of the capability. */
  readonly index: number;
  readonly part: 'allow' | 'transforms' | 'budgets' | null;
  /** Position of the rule; null for anything else. */
  readonly rule: number | null;
}

type List = readonly Capability[];

/**
 * What a list of capabilities admits that another does not, rule by rule: exact over methods, domains, ports and paths.
 * Of conditions, schemas and changes to requests it tells only that they differ (specs/evershell 3).
 */
export function* compareCapabilities(before: List, after: List): Generator<CapabilityChange> {
  yield* ruleChanges(before, after);
  for (const [index, fresh] of after.entries()) {
    const old = before.find(({ name }) => name === fresh.name);
    if (!old) continue;
    yield* counterChanges(old, fresh, index);
    yield* transformChanges(old, fresh, index);
  }
  yield* takeoverChanges(before, after);
}

function* ruleChanges(before: List, after: List): Generator<CapabilityChange> {
  const [old, fresh] = [placed(before), placed(after)];
  for (const each of fresh) {
    const known = best(old, each);
    if (known === 'yes') continue;
    const meaning = known === 'no' ? 'wider' : 'unknown';
    yield {
      ...aboutRule(each, 'after'),
      meaning,
      message: `${nameOf(each)} ${known === 'no' ? 'admits' : 'may admit'} what was refused: ${wordsFor(each.rule)}`,
    };
  }
  for (const each of old) {
    const kept = best(fresh, each);
    if (kept === 'yes') continue;
    yield {
      ...aboutRule(each, 'before'),
      meaning: 'narrower',
      message: `what ${nameOf(each)} admitted ${kept === 'no' ? 'is' : 'may be'} refused: ${wordsFor(each.rule)}`,
    };
  }
}

/** Whether any of some rules covers a rule. */
function best(others: readonly PlacedRule[], { rule }: PlacedRule): Certainty {
  let found: Certainty = 'no';
  for (const other of others) {
    const certainty = covers(other.rule, rule);
    if (certainty === 'yes') return 'yes';
    if (certainty === 'unknown') found = 'unknown';
  }
  return found;
}

/** The first rule that fits wins, with the budgets and the changes of its capability. */
function* takeoverChanges(before: List, after: List): Generator<CapabilityChange> {
  for (const { from, by } of takeovers(before, after)) {
    const other = from.capability.name === by.capability.name ? '' : ` of ${from.capability.name}`;
    const message = `${nameOf(by)} may take requests that ${nameOf(from)}${other} took, whose budgets and changes are others`;
    yield { ...aboutRule(by, 'after'), meaning: 'unknown', message };
  }
}

function* counterChanges(old: Capability, fresh: Capability, index: number): Generator<CapabilityChange> {
  const about = {
    capability: fresh.name,
    at: { list: 'after', index, part: 'budgets', rule: null },
  } as const;
  const named = (counters: readonly Counter[]) => new Map(counters.map((counter) => [counter.name, counter]));
  const [was, is] = [named(old.counters), named(fresh.counters)];
  for (const [name, counter] of was) {
    const now = is.get(name);
    if (!now) yield { ...about, meaning: 'wider', message: `the budget ${name} is gone` };
    else yield* counterChange(counter, now, about);
  }
  for (const name of is.keys()) {
    if (!was.has(name)) yield { ...about, meaning: 'narrower', message: `the budget ${name} is new` };
  }
}

type About = Pick<CapabilityChange, 'capability' | 'at'>;

function* counterChange(was: Counter, is: Counter, about: About): Generator<CapabilityChange> {
  if (was.limit !== is.limit) {
    const meaning = is.limit > was.limit ? 'wider' : 'narrower';
    yield { ...about, meaning, message: `the budget ${is.name} was ${was.limit}, is ${is.limit}` };
  }
  if (sourceOf({ ...was, limit: 0 }) !== sourceOf({ ...is, limit: 0 }))
    yield { ...about, meaning: 'unknown', message: `the budget ${is.name} counts something else` };
}

function* transformChanges(old: Capability, fresh: Capability, index: number): Generator<CapabilityChange> {
  const about = {
    capability: fresh.name,
    at: { list: 'after', index, part: 'transforms', rule: null },
  } as const;
  const [was, is] = [takenBy(old), takenBy(fresh)];
  for (const taken of is.filter((each) => !was.includes(each)))
    yield { ...about, meaning: 'wider', message: `now takes ${taken}` };
  for (const taken of was.filter((each) => !is.includes(each)))
    yield { ...about, meaning: 'unknown', message: `no longer takes ${taken}` };
  if (sourceOf(old.transforms) !== sourceOf(fresh.transforms))
    yield { ...about, meaning: 'unknown', message: 'requests are changed in another way' };
}

function takenBy({ transforms }: Capability): readonly string[] {
  return transforms.flatMap(({ change }) => [
    ...(change.kind === 'auth' ? [`the credential ${change.credential}`] : []),
    ...secretsOfChange(change).map((secret) => `the secret ${secret}`),
  ]);
}

function aboutRule({ capability, index, rule }: PlacedRule, list: 'before' | 'after'): About {
  return { capability: capability.name, at: { list, index, part: 'allow', rule: rule.index } };
}

const nameOf = ({ rule }: PlacedRule): string => `the rule ${rule.name ?? rule.index + 1}`;

function wordsFor({ methods, domains, paths, whenHead, whenBody, bodySchema }: AllowRule): string {
  const conditions = whenHead.length + whenBody.length + (bodySchema ? 1 : 0);
  const where = paths.length === 0 ? 'any path' : paths.map((path) => `/${path.join('/')}`).join(' ');
  const when =
    conditions === 0 ? '' : ` under ${conditions} ${conditions === 1 ? 'condition' : 'conditions'}`;
  return `${[...methods].join(' ')} ${domains.map(({ text }) => text).join(' ')} ${where}${when}`;
}
