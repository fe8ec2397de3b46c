import { InstallError } from '../install-error.ts';

/** One version of a pack in a catalog. */
export interface Release {
  readonly version: string;
  readonly content_hash: string;
  readonly tarball_url: string;
  readonly actions?: unknown;
}

/** A pack in a catalog, as far as building reads it. */
export interface CatalogEntry extends Release {
  readonly id: string;
  readonly name?: unknown;
  readonly requires?: { readonly os?: readonly string[] };
  readonly detect?: Readonly<Record<string, readonly unknown[]>>;
  readonly previous_versions?: readonly Release[];
  readonly retired_below?: string;
}

const MOST_EARLIER = 3;

/** The versions that stay available beside a new one: those of the catalog so far, without retired ones, at most three. */
export function history(
  entry: CatalogEntry,
  previous: readonly CatalogEntry[],
  baseUrl: string,
): { readonly previous_versions?: readonly Release[] } {
  const { id, version, content_hash, retired_below: floor } = entry;
  requireNumeric(id, version);
  if (floor !== undefined && compareVersions(version, floor) < 0) {
    throw conflict(
      `${id} ${version} is below its own floor ${floor}`,
      'raise the version or lower the floor',
    );
  }
  const before = previous.find((each) => each.id === id);
  if (!before) return {};
  checkFloor(id, before.retired_below, floor);
  const known = [before, ...(before.previous_versions ?? [])];
  const same = known.find((each) => each.version === version);
  if (same && same.content_hash !== content_hash) {
    const message = `${id} ${version} is published with ${same.content_hash}, not ${content_hash}`;
    throw conflict(message, 'raise the version: published bytes never change');
  }
  const kept = known
    .filter((each) => each.version !== version && (!floor || compareVersions(each.version, floor) >= 0))
    .slice(0, MOST_EARLIER)
    .map((each) => release(id, each, baseUrl));
  return kept.length === 0 ? {} : { previous_versions: kept };
}

function release(id: string, { version, content_hash, actions }: Release, baseUrl: string): Release {
  const path = `v1/packs/${id}/${version}/${content_hash.replace('sha256:', '')}/pack.tar.gz`;
  return { version, content_hash, tarball_url: baseUrl + path, ...(actions !== undefined && { actions }) };
}

function checkFloor(id: string, before: string | undefined, now: string | undefined): void {
  if (before === undefined) return;
  if (now !== undefined && compareVersions(now, before) >= 0) return;
  const message = `${id} drops its floor from ${before} to ${now ?? 'none'}`;
  throw conflict(message, 'what is retired stays retired');
}

function requireNumeric(id: string, version: string): void {
  if (/^[0-9]+(?:\.[0-9]+)*$/.test(version)) return;
  throw conflict(`the version "${version}" of ${id} is not dot-numeric`, 'write it as 1.2.3');
}

/** Below zero when the first is lower; missing parts count as zero. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => BigInt(part)));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const [one, other] = [left?.[at] ?? 0n, right?.[at] ?? 0n];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

const conflict = (message: string, hint: string): InstallError =>
  new InstallError('registry_conflict', message, hint);
