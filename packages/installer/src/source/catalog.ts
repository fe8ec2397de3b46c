import { Digest } from '@packwright/schema';
import * as z from '@packwright/schema/zod';
import { InstallError } from '../install-error.ts';
import { LARGEST_INDEX, placeBelow, readPlaceIfThere } from './read-place.ts';
import type { FetchTerms } from './source.ts';

const Release = z.looseObject({ version: z.string(), content_hash: Digest, tarball_url: z.string() });

/** What a static registry says of a pack (specs/emisar 5.3), as far as installing reads it. */
const CatalogPack = Release.extend({
  id: z.string(),
  name: z.string(),
  previous_versions: z.array(Release).optional(),
  retired_below: z.string().optional(),
});
export type CatalogPack = z.infer<typeof CatalogPack>;

export const Catalog = z.looseObject({ packs: z.array(CatalogPack) });
export type Catalog = z.infer<typeof Catalog>;

/** The catalog of a registry; undefined for a registry that has none. */
export async function readCatalog(registry: string, terms: FetchTerms): Promise<Catalog | undefined> {
  const bytes = await readPlaceIfThere(placeBelow(registry, 'v1/catalog.json'), LARGEST_INDEX, terms);
  return bytes && parseDocument(Catalog, bytes, `the catalog of "${registry}"`);
}

/** Reads a JSON document of a registry. Throws an `InstallError` for one that is none. */
export function parseDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array, what: string): T {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    const place = cause instanceof z.ZodError ? ` at "${cause.issues[0]?.path.join('.')}"` : '';
    throw new InstallError(
      'index_malformed',
      `${what} cannot be read${place}`,
      'tell the owner of the registry',
      {
        cause,
      },
    );
  }
}
