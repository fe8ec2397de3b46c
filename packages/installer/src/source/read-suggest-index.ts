import { InstallError } from '../install-error.ts';
import { SuggestIndex } from '../suggest-packs.ts';
import { parseDocument } from './catalog.ts';
import { LARGEST_INDEX, placeBelow, readPlace } from './read-place.ts';
import type { FetchTerms } from './source.ts';

/** What the registry of the terms publishes for suggestions. Throws an `InstallError` when there is none. */
export async function readSuggestIndex(terms: FetchTerms): Promise<SuggestIndex> {
  const { registry } = terms;
  if (registry === undefined) {
    throw new InstallError('registry_unset', 'no registry is set', 'give --registry, or set `registry`');
  }
  const bytes = await readPlace(placeBelow(registry, 'v1/suggest.json'), LARGEST_INDEX, terms);
  return parseDocument(SuggestIndex, bytes, `the suggestions of "${registry}"`);
}
