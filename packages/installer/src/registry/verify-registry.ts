import { InstallError } from '../install-error.ts';
import { checkFetched } from '../place-pack.ts';
import { fetchArchive } from '../source/address.ts';
import { readCatalog } from '../source/catalog.ts';
import { isAddress, placeBelow } from '../source/read-place.ts';
import type { FetchTerms } from '../source/source.ts';

/** A release of a registry that is not what its catalog says. */
export interface RegistryFault {
  readonly id: string;
  readonly version: string;
  readonly message: string;
}

/** Fetches and hashes every release that a registry names; the faults, and how many releases there were. */
export async function verifyRegistry(
  registry: string,
  terms: FetchTerms,
): Promise<{ readonly releases: number; readonly faults: readonly RegistryFault[] }> {
  const catalog = await readCatalog(registry, terms);
  if (!catalog) {
    throw new InstallError(
      'not_found',
      `there is no v1/catalog.json in "${registry}"`,
      'name the root of a registry',
    );
  }
  const releases = catalog.packs.flatMap((pack) =>
    [pack, ...(pack.previous_versions ?? [])].map((release) => ({ ...release, idOf: pack.id })),
  );
  const faults: RegistryFault[] = [];
  for (const { idOf: id, version, content_hash: digest, tarball_url: url } of releases) {
    try {
      const place = isAddress(url) ? url : placeBelow(registry, url);
      checkFetched(await fetchArchive(place, { id, version, digest }, terms), { keys: [], signed: false });
    } catch (error) {
      if (!(error instanceof InstallError)) throw error;
      faults.push({ id, version, message: error.message });
    }
  }
  return { releases: releases.length, faults };
}
