import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Capability, CapabilitySource } from '@packwright/capabilities';
import type { OpenedPack } from '@packwright/validator';
import { capabilitiesOfManifest, readCapabilityList } from '@packwright/validator/evershell';
import { shownPath } from '@packwright/validator/node';
import type { PackReport } from '@packwright/validator/render';
import { isArchive } from '../packs/find-packs.ts';
import { openPack } from '../packs/open-pack.ts';
import { isSystemError } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';

/** What the command line names: a role or a pack, further packs of the role, and its providers. */
export interface NamedSources {
  readonly first: string;
  readonly packs: readonly string[];
  readonly providers: readonly string[];
}

/** The capabilities in force, the strongest source first, and what is to be shown of the files they stand in. */
export interface ReadSources {
  /** Null when one of the files is refused. */
  readonly sources: readonly CapabilitySource[] | null;
  readonly reports: readonly PackReport[];
}

interface Read {
  readonly origin: string;
  readonly capabilities: readonly Capability[] | null;
  readonly report: PackReport;
}

const MANIFEST = 'pack.yaml';

/**
 * Reads them in the order of specs/evershell 3.13: the role, the packs as they would be copied into it, providers.
 * Throws a `UsageError` for a path that is neither a list of capabilities nor a pack with some.
 */
export async function readSources(
  { first, packs, providers }: NamedSources,
  cwd: string,
): Promise<ReadSources> {
  const read: Read[] = [await (isPack(first, cwd) ? readPack(first, cwd) : readList(first, 'role', cwd))];
  for (const pack of packs) read.push(await readPack(pack, cwd));
  for (const provider of providers) read.push(readList(provider, 'provider', cwd));
  const sources = read.flatMap(({ origin, capabilities }) =>
    capabilities ? [{ origin, capabilities }] : [],
  );
  return {
    sources: sources.length === read.length ? sources : null,
    reports: read.map(({ report }) => report).filter(({ opened }) => opened.diagnostics.length > 0),
  };
}

function isPack(operand: string, cwd: string): boolean {
  const location = resolve(cwd, operand);
  try {
    return statSync(location).isDirectory() || isArchive(location);
  } catch (error) {
    throw unreadable(operand, error);
  }
}

async function readPack(operand: string, cwd: string): Promise<Read> {
  const location = resolve(cwd, operand);
  const { path, opened } = await openPack({ location, path: shownPath(location, cwd) });
  const { view, id } = opened;
  if (view !== null && view.capabilities === undefined) {
    throw new UsageError(
      `"${operand}" is a pack of a format without network capabilities`,
      'name a list of capabilities, or a content pack',
    );
  }
  const source = opened.sources.get(MANIFEST);
  const capabilities = view && source ? capabilitiesOfManifest(MANIFEST, source) : null;
  return { origin: id ?? path, capabilities, report: { path, opened } };
}

function readList(operand: string, origin: string, cwd: string): Read {
  const location = resolve(cwd, operand);
  if (basename(location) === MANIFEST) {
    throw new UsageError(
      `"${operand}" is the manifest of a pack, not a list of capabilities`,
      `name the directory of the pack: ${dirname(operand)}`,
    );
  }
  const path = shownPath(location, cwd);
  const { capabilities, diagnostics: found, source } = readCapabilityList('', bytesOf(operand, location));
  // `packwright fix` knows packs only.
  const diagnostics = found.map(({ fix: _, ...diagnostic }) => diagnostic);
  const opened: OpenedPack = { ...NO_PACK, diagnostics, sources: new Map([['', source]]) };
  return { origin, capabilities, report: { path, opened } };
}

const NO_PACK: OpenedPack = {
  format: null,
  profile: null,
  id: null,
  version: null,
  diagnostics: [],
  digest: null,
  view: null,
  names: [],
  references: [],
  sources: new Map(),
};

function bytesOf(operand: string, location: string): Uint8Array {
  try {
    return readFileSync(location);
  } catch (error) {
    throw unreadable(operand, error);
  }
}

function unreadable(operand: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  if (error.code === 'ENOENT') return new UsageError(`"${operand}" does not exist`);
  return new UsageError(`"${operand}" cannot be read: ${error.message}`);
}
