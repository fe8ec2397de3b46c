import { foldWhitespace } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import type { EvershellRule } from '../rule.ts';

/** Spec 2. */
export const evs101: EvershellRule = {
  code: 'EVS101',
  name: 'no-description',
  severity: 'warning',
  restsOn: ['name', 'description'],
  summary: 'The pack does not say what it is for.',
  why: 'The agent sees a list of packs with their descriptions, and of this one only the name.',
  *check({ manifest }) {
    if (foldWhitespace(manifest.value.description ?? '') !== '') return;
    const path = manifest.value.description === undefined ? ['name'] : ['description'];
    const hint = 'add `description`: one paragraph of what it is for and when to use it';
    yield atValue(manifest, path, { message: 'the pack has no description', hint });
  },
};
