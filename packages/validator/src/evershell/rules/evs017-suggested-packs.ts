import { EvershellSlug } from '@packwright/schema/evershell';
import { spanAt } from '../../structure/document.ts';
import { atValue } from '../../structure/finding.ts';
import { spanWithin } from '../../structure/span-within.ts';
import type { EvershellRule } from '../rule.ts';
import { writtenSuggestions } from '../suggestions.ts';

const MOST = 20;

/** Spec 2; of a list the schema says it. */
export const evs017: EvershellRule = {
  code: 'EVS017',
  name: 'suggested-packs',
  severity: 'error',
  summary: 'The text of `suggested_packs` holds something else than at most 20 names of packs with commas.',
  why: 'What is no name of a pack can never be found, and more than a few suggestions are none.',
  upstream: ['manifest_field_type'],
  *check({ manifest }) {
    const path = ['suggested_packs'];
    const suggestions = writtenSuggestions(manifest.value);
    for (const { name, at } of suggestions) {
      if (typeof at === 'number' || EvershellSlug.safeParse(name).success) continue;
      const { start, end } = manifest.locator
        ? spanWithin(manifest, path, at.start, at.end)
        : spanAt(manifest, path);
      const message = `"${name}" is not the name of a pack`;
      const hint = 'write small letters and digits, with single "-" between them';
      yield { file: manifest.file, span: { start, end }, message, hint };
    }
    if (typeof manifest.value.suggested_packs !== 'string' || suggestions.length <= MOST) return;
    const message = `${suggestions.length} packs are suggested, more than ${MOST}`;
    yield atValue(manifest, path, { message, hint: 'keep those that are needed most' });
  },
};
