import { Digest } from '@packwright/schema';
import * as z from '@packwright/schema/zod';
import { archiveTree } from '@packwright/validator/node';
import { sha256Hex } from '@packwright/values';
import { InstallError } from '../install-error.ts';
import { atPackRoot } from './at-pack-root.ts';
import { parseDocument } from './catalog.ts';
import { fetchGit } from './git.ts';
import { LARGEST_ARCHIVE, LARGEST_INDEX, readPlace } from './read-place.ts';
import type { Fetched, FetchTerms, Source } from './source.ts';

const Place = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('archive'), url: z.string(), checksum: Digest }),
  z.looseObject({ type: z.literal('git'), url: z.string(), ref: z.string(), checksum: Digest }),
]);
type Place = z.infer<typeof Place>;

/** The index of packs that Attune publishes (specs/attune 5.1), as far as installing reads it. */
const Index = z.looseObject({
  packs: z.array(
    z.looseObject({
      ref: z.string(),
      version: z.string(),
      install_sources: z.array(Place).min(1),
      dependencies: z.looseObject({ packs: z.array(z.string()).optional() }).optional(),
    }),
  ),
});

/** An index: one JSON document that names packs, where they are, their checksums, and the packs they need. */
export const indexSource: Source = {
  takes: ({ kind }, { registry }) => kind === 'name' && registry?.endsWith('.json') === true,
  async fetch(request, terms) {
    const { registry = '' } = terms;
    const { name, version } = request as { name: string; version?: string };
    const bytes = await readPlace(registry, LARGEST_INDEX, terms);
    const index = parseDocument(Index, bytes, `the index "${registry}"`);
    const pack = index.packs.find(({ ref }) => ref === name);
    if (!pack) throw new InstallError('not_found', `"${registry}" has no pack "${name}"`, 'check the name');
    if (version !== undefined && version !== pack.version) {
      const message = `"${registry}" has no version ${version} of ${name}`;
      throw new InstallError(
        'not_found',
        message,
        `it has ${pack.version}; an index holds one version of each pack`,
      );
    }
    const promised = { id: pack.ref, version: pack.version };
    return fetchPlace(pack.install_sources[0] as Place, promised, pack.dependencies?.packs ?? [], terms);
  },
};

async function fetchPlace(
  place: Place,
  promised: Fetched['promised'],
  needs: readonly string[],
  terms: FetchTerms,
): Promise<Fetched> {
  if (place.type === 'git') {
    const { tree, source } = await fetchGit(place.url, place.ref, terms);
    // The checksum of a tree is the digest of the format, which is compared once the pack is opened.
    return { tree: atPackRoot(tree), source, promised: { ...promised, digest: place.checksum }, needs };
  }
  const bytes = await readPlace(place.url, LARGEST_ARCHIVE, terms);
  const found = `sha256:${sha256Hex(bytes)}`;
  if (found !== place.checksum) {
    throw new InstallError(
      'hash_mismatch',
      `the archive "${place.url}" has the checksum ${found}, not ${place.checksum} as the index says`,
      'do not use it; tell the owner of the index',
    );
  }
  return {
    tree: atPackRoot(await archiveTree([bytes], { zips: 'taken' })),
    source: place.url,
    promised,
    needs,
  };
}
