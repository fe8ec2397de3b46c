import type { OpenedPack, PackTree } from '@packwright/validator';
import { published } from '@packwright/validator';
import { compareUtf8, sha256Hex } from '@packwright/values';
import { InstallError } from '../install-error.ts';
import { type CatalogEntry, history, type Release } from './history.ts';
import { registrySchemas } from './registry-schemas.ts';
import { tarball } from './tarball.ts';

/** A pack to publish. */
export interface RegistryPack {
  readonly tree: PackTree;
  /** What opening the tree came to; without an error. */
  readonly opened: OpenedPack;
}

/** A static registry: every file by its path, those that change last. */
export interface BuiltRegistry {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What the tree holds, for whoever uploads it; not to be published itself. */
  readonly manifest: Uint8Array;
}

/** What a build starts from. */
export interface BuildOptions {
  /** Put before the path of each tarball; empty to leave paths, which work wherever the tree stands. */
  readonly baseUrl: string;
  /** The catalog that is published now. */
  readonly previous: readonly CatalogEntry[];
}

/**
 * Builds the tree of a static registry (specs/emisar 5.3). Throws an `InstallError` for what a registry may not do: give
 * a version other bytes, lower or drop a floor, publish below a floor, or publish a version that is not dot-numeric.
 */
export async function buildRegistry(
  packs: readonly RegistryPack[],
  { baseUrl, previous }: BuildOptions,
): Promise<BuiltRegistry> {
  const immutable = new Map<string, Uint8Array>(registrySchemas());
  const entries: CatalogEntry[] = [];
  for (const { tree, opened } of packs.toSorted((a, b) =>
    compareUtf8(a.opened.id ?? '', b.opened.id ?? ''),
  )) {
    const content = published(tree);
    const { id, version, digest } = opened;
    if (!content || id === null || version === null || digest === null) throw unpublishable(id);
    if (entries.some((each) => each.id === id)) throw twice(id);
    const path = `v1/packs/${id}/${version}/${digest.replace('sha256:', '')}/pack.tar.gz`;
    immutable.set(path, await tarball(content.files));
    const release: Release = { version, content_hash: digest, tarball_url: baseUrl + path };
    const entry = { id, ...release, source_url: '', ...content.entry };
    entries.push({ ...entry, ...history(entry, previous, baseUrl) });
  }
  return assembled(entries, immutable);
}

function assembled(entries: readonly CatalogEntry[], immutable: Map<string, Uint8Array>): BuiltRegistry {
  const catalog = json({ schema_version: 4, packs: entries });
  const hash = sha256Hex(catalog);
  immutable.set(`v1/catalog/${hash}.json`, catalog);
  const files = new Map(immutable);
  files.set('v1/suggest.json', json({ packs: entries.flatMap(suggestion) }));
  files.set('v1/catalog.json', catalog);
  const objects = [...files].map(([path, bytes]) => ({
    path,
    immutable: immutable.has(path),
    content_type: path.endsWith('.json') ? 'application/json' : 'application/gzip',
    size: bytes.length,
    sha256: sha256Hex(bytes),
  }));
  return { files, manifest: json({ schema_version: 1, catalog_hash: hash, objects }) };
}

function suggestion({ id, name, requires, detect }: CatalogEntry) {
  const isEmpty = Object.values(detect ?? {}).every((signs) => signs.length === 0);
  return isEmpty ? [] : [{ id, name, os: requires?.os ?? [], detect }];
}

/** Compact, with a line end; whole numbers beyond doubles keep their digits. */
const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${jsonText(value)}\n`);

function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${jsonText(field)}`).join(',')}}`;
}

const unpublishable = (id: string | null): InstallError =>
  new InstallError(
    'registry_conflict',
    `"${id}" cannot be published in a static registry`,
    'such registries hold emisar action packs without errors',
  );

const twice = (id: string): InstallError =>
  new InstallError('registry_conflict', `there are two packs with the id "${id}"`, 'publish one of them');
