import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { firstOf } from '../diagnostics/limited.ts';
import type { Path } from '../structure/locator.ts';
import { argumentOf } from './argument-of.ts';
import { argvOf } from './rule.ts';
import { blocksOf, isWhole, type Reference } from './template/parse-template.ts';

/** One `{{ … }}` of an action's command line or environment. */
export interface PlacedReference {
  /** The declared argument it names; undefined for a block that names none. */
  readonly name: string | undefined;
  readonly isOptional: boolean;
  /** The template's place in the action. */
  readonly path: Path;
  /** The template's text, and where the block stands in it. */
  readonly template: string;
  readonly start: number;
  readonly end: number;
  /** Whether the template is nothing but this block. */
  readonly isWhole: boolean;
}

/** One reference stands in one template this often, and blocks that name no argument once; more say nothing new. */
const MOST_PLACES = 64;

/** Nobody writes a tenth of these. */
const MOST_REFERENCES = 10_000;

const known = new WeakMap<EmisarActionDocument, readonly PlacedReference[]>();

/** The blocks that the runner fills in for an action: those of argv, then those of env; ten thousand at the most. */
export function referencesOf(action: EmisarActionDocument): readonly PlacedReference[] {
  const references = known.get(action) ?? firstOf(placedReferences(action), MOST_REFERENCES);
  known.set(action, references);
  return references;
}

/** Whether an action may have more blocks than `referencesOf` gives. */
export function hasFurtherReferences(action: EmisarActionDocument): boolean {
  return referencesOf(action).length === MOST_REFERENCES;
}

function* placedReferences(action: EmisarActionDocument): Generator<PlacedReference> {
  const { argv, path } = argvOf(action);
  for (const [index, text] of argv.entries()) {
    if (text.includes('{{')) yield* referencesIn(text, [...path, index], action);
  }
  const { env = {} } = action.execution;
  for (const key of Object.keys(env)) {
    const text = env[key] ?? '';
    if (text.includes('{{')) yield* referencesIn(text, ['execution', 'env', key], action);
  }
}

/** The blocks of one template of an action. */
export function* referencesIn(
  template: string,
  path: Path,
  action: EmisarActionDocument,
): Generator<PlacedReference> {
  const isOnlyBlock = isWhole(template);
  const places = new Map<string, number>();
  for (const { start, end, reference } of blocksOf(template)) {
    const { name, isOptional } = referenceTo(action, reference);
    const key = `${name} ${isOptional}`;
    const count = (places.get(key) ?? 0) + 1;
    if (count > (name === undefined ? 1 : MOST_PLACES)) continue;
    places.set(key, count);
    yield { name, isOptional, path, template, start, end, isWhole: isOnlyBlock };
  }
}

const NOTHING = { name: undefined, isOptional: false };

function referenceTo(
  action: EmisarActionDocument,
  reference: Reference | string,
): { readonly name: string | undefined; readonly isOptional: boolean } {
  return typeof reference !== 'string' && argumentOf(action, reference.name) ? reference : NOTHING;
}
