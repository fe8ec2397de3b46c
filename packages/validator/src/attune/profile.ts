import type { AttuneKind, AttuneProfile } from '@packwright/schema/attune';
import type { LocatedDocument } from '../structure/document.ts';
import { schemaForm } from './dialect/index.ts';

/** The ids of the profiles, as `--profile` takes them; the first is that of a pack that shows no sign of either. */
export const attuneProfiles: readonly AttuneProfile[] = ['real', 'seed'];

/** A document before its profile is known: which kind it is, and its top-level data. */
export interface UnjudgedDocument {
  readonly kind: AttuneKind;
  readonly value: Readonly<Record<string, unknown>>;
}

type Sign = (value: UnjudgedDocument['value']) => boolean;

const has =
  (key: string): Sign =>
  (value) =>
    Object.hasOwn(value, key);
const isForm =
  (key: string, form: 'flat' | 'json-schema'): Sign =>
  ({ [key]: schema }) =>
    isWritten(schema) && schemaForm(schema) === form;
const isWritten = (schema: unknown) =>
  typeof schema === 'object' && schema !== null && Object.keys(schema).length > 0;

const seedSigns: Readonly<Partial<Record<AttuneKind, readonly Sign[]>>> = {
  pack: [isForm('conf_schema', 'json-schema')],
  action: [has('name'), ({ parameter_delivery }) => parameter_delivery === 'env'],
  sensor: [has('name')],
  trigger: [has('name'), has('parameters_schema'), has('payload_schema')],
};

const realSigns: Readonly<Partial<Record<AttuneKind, readonly Sign[]>>> = {
  pack: [isForm('conf_schema', 'flat')],
  action: [has('label'), has('output'), has('output_format')],
  sensor: [has('label')],
  trigger: [has('label'), has('output')],
};

/**
 * The profile of a pack by the signs its documents carry (spec 9, item 1), all counted together: the pack is of one
 * profile, whatever single files say. Graphs in the old place only are one more sign of the seed.
 */
export function profileOf(documents: readonly UnjudgedDocument[], hasOldGraphsOnly: boolean): AttuneProfile {
  const count = (signs: typeof seedSigns) =>
    documents.flatMap(({ kind, value }) => (signs[kind] ?? []).filter((sign) => sign(value))).length;
  const seed = count(seedSigns) + (hasOldGraphsOnly ? 1 : 0);
  return seed > count(realSigns) ? 'seed' : 'real';
}

/** The top-level data of a document, whatever its structure. */
export function unjudged(kind: AttuneKind, { value }: LocatedDocument<unknown>): UnjudgedDocument {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { kind, value: isMapping ? (value as UnjudgedDocument['value']) : {} };
}
