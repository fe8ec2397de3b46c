import type { LenientFault } from '@packwright/schema/attune';
import { type Fits, type Form, fitsOf } from '@packwright/schema/form';
import type { z } from 'zod';
import type { LocatedDocument } from '../structure/document.ts';
import { cutShort } from '../structure/issues/cut-short.ts';
import { type AttunePackFiles, allComponents, formOfKind, kindOf } from './pack.ts';
import { attuneSchemas } from './schemas-on-demand.ts';

/** Something unexpected in a place where the loader falls back, or refuses by a rule of its own. */
export interface PlacedFault extends LenientFault {
  readonly document: LocatedDocument<unknown>;
}

/** Words whose case does not matter to the loader. */
const FOLDED: ReadonlySet<string | number> = new Set([
  'parameter_delivery',
  'parameter_format',
  'output_format',
  'reference_visibility',
  'scope_type',
  'visibility',
]);

/** Keys of which a word that is not known refuses the pack. */
export const REFUSING: ReadonlySet<string | number> = new Set(['parameter_delivery', 'reference_visibility']);

/** Every unexpected value in a place where the loader takes anything. */
export function* unexpectedValues(pack: AttunePackFiles): Generator<PlacedFault> {
  const { manifest, profile } = pack;
  const documents = [
    { kind: 'pack' as const, document: manifest },
    ...allComponents(pack).filter(({ isLegacy }) => !isLegacy),
  ];
  for (const { kind, document } of documents) {
    if (isAsExpected(formOfKind(kind, profile), document.value)) continue;
    const { lenientFaults } = attuneSchemas.part;
    for (const fault of lenientFaults(kindOf(kind, profile).schema, document.value)) {
      if (!isFoldedMatch(fault)) yield { ...fault, document };
    }
  }
}

const expected = new Map<Form, Fits>();

/** Whether a document certainly holds nothing unexpected, which spares it the schema. */
function isAsExpected(form: Form, value: unknown): boolean {
  let fits = expected.get(form);
  if (!fits) {
    fits = fitsOf(form, 'as expected');
    expected.set(form, fits);
  }
  return fits(value);
}

function isFoldedMatch({ path, value, expected }: LenientFault): boolean {
  const key = path.at(-1);
  if (key === undefined || !FOLDED.has(key) || typeof value !== 'string') return false;
  return expected.validate(value.trim().toLowerCase());
}

/** What is unexpected in it; of a long list or mapping as much as is listed. */
export function issuesOf({ expected, value }: LenientFault): readonly z.core.$ZodIssue[] {
  return expected.safeParse(cutShort(value, expected)).error?.issues ?? [];
}

/** The words that a place takes, if it takes words. */
export function wordsOf({ expected }: LenientFault): readonly string[] {
  const { def } = expected._zod as unknown as { def: { type: string; entries?: Record<string, string> } };
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : [];
}
