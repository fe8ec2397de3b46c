import { plain } from '../../source/span.ts';
import { spanAt } from '../../structure/document.ts';
import { spanWithin } from '../../structure/span-within.ts';
import type { EvershellRule } from '../rule.ts';
import { suggestionsOf } from '../suggestions.ts';

/** Spec 2. */
export const evs104: EvershellRule = {
  code: 'EVS104',
  name: 'suggestion-needless',
  severity: 'warning',
  restsOn: ['name', 'suggested_packs'],
  summary: 'The pack suggests itself, or one pack twice.',
  why: 'Such a suggestion is dropped in silence.',
  *check({ manifest }) {
    for (const { name, at } of suggestionsOf(manifest.value).needless) {
      const path = ['suggested_packs'];
      const span =
        typeof at === 'number'
          ? plain(spanAt(manifest, [...path, at]))
          : spanWithin(manifest, path, at.start, at.end);
      const message =
        name === manifest.value.name ? `the pack suggests itself` : `"${name}" is suggested twice`;
      yield { file: manifest.file, span, message, hint: 'remove it' };
    }
  },
};
