import { archiveTree } from '@packwright/validator/node';
import { LARGEST_ARCHIVE, readPlace, readPlaceIfThere } from './read-place.ts';
import type { Fetched, FetchTerms, Source } from './source.ts';

const LARGEST_SIGNATURE = 64 * 1024;

/** An archive at an address. */
export const addressSource: Source = {
  takes: ({ kind }) => kind === 'address',
  fetch: (request, terms) => fetchArchive(request.kind === 'address' ? request.url : '', {}, terms),
};

/** The archive at a place, with the signature beside it where there is one. */
export async function fetchArchive(
  source: string,
  promised: Fetched['promised'],
  terms: FetchTerms,
): Promise<Fetched> {
  const tree = await archiveTree([await readPlace(source, LARGEST_ARCHIVE, terms)], { zips: 'taken' });
  const signature = await readPlaceIfThere(`${source}.sig`, LARGEST_SIGNATURE, terms);
  return {
    tree,
    source,
    promised,
    needs: [],
    ...(signature && { signature: new TextDecoder().decode(signature) }),
  };
}
