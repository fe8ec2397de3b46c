import { InstallError } from '../install-error.ts';
import type { PackRequest } from '../request.ts';
import { fetchArchive } from './address.ts';
import { type Catalog, readCatalog } from './catalog.ts';
import { isAddress, placeBelow } from './read-place.ts';
import type { Fetched, FetchTerms, Source } from './source.ts';

type Named = Extract<PackRequest, { kind: 'name' }>;

/** A registry: a static tree with a catalog, or else the addresses by name that runners ask (specs/emisar 6.6). */
export const registrySource: Source = {
  takes: ({ kind }) => kind === 'name',
  async fetch(request, terms) {
    const { registry } = terms;
    if (registry === undefined) throw unset();
    const named = request as Named;
    const catalog = await readCatalog(registry, terms);
    return catalog ? fromCatalog(catalog, registry, named, terms) : fromName(registry, named, terms);
  },
};

function fromCatalog(catalog: Catalog, registry: string, { name, version }: Named, terms: FetchTerms) {
  const pack = catalog.packs.find(({ id }) => id === name);
  if (!pack) {
    throw new InstallError(
      'not_found',
      `"${registry}" has no pack "${name}"`,
      'check the name, or ask for its list',
    );
  }
  const releases = [pack, ...(pack.previous_versions ?? [])];
  const release = version === undefined ? pack : releases.find((each) => each.version === version);
  if (!release) {
    const known = releases.map((each) => each.version).join(', ');
    throw new InstallError(
      'not_found',
      `"${registry}" has no version ${version} of ${name}`,
      `it has ${known}`,
    );
  }
  const promised = { id: name, version: release.version, digest: release.content_hash };
  return fetchArchive(tarballPlace(registry, release.tarball_url), promised, terms);
}

/** A registry may have moved with all its files; a path in its catalog is taken from where it is now. */
const tarballPlace = (registry: string, url: string): string =>
  isAddress(url) ? url : placeBelow(registry, url.replace(/^\/+/, ''));

function fromName(registry: string, { name, version }: Named, terms: FetchTerms): Promise<Fetched> {
  const path = version === undefined ? `packs/${name}` : `packs/${name}/versions/${version}`;
  const promised = { id: name, ...(version !== undefined && { version }) };
  return fetchArchive(placeBelow(registry, `${path}/pack.tar.gz`), promised, terms);
}

const unset = () =>
  new InstallError(
    'registry_unset',
    'no registry is set for packs that are named',
    'give --registry, or set `registry` in packwright.yaml',
  );
