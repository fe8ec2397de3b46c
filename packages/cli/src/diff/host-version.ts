import { type Host, loadPacks, packPlace, readTrust, trustedCopy } from '@packwright/installer/host';
import { earlierVersions, plainDigest } from '@packwright/installer/node';
import type { TrustEntry } from '@packwright/trust';
import { readTree } from '@packwright/validator/node';
import { UsageError } from '../usage-error.ts';
import type { PackVersion } from './pack-version.ts';

const DIGEST = /^(?:sha256:)?[0-9a-f]{64}$/i;
const NAMED = /^([a-z][a-z0-9_.-]*)(?:[@=](.+))?$/;

/** Whether an operand can only mean bytes that the host holds: a hash, or a name with or without a version. */
export const isHostVersion = (operand: string): boolean => DIGEST.test(operand) || NAMED.test(operand);

/** Bytes that a host holds: those of a hash, those installed under a name, or those of a version. Throws a `UsageError`. */
export async function hostVersion(operand: string, host: Host): Promise<PackVersion> {
  const found = DIGEST.test(operand)
    ? await ofDigest(plainDigest(operand), host)
    : await ofName(NAMED.exec(operand) as RegExpExecArray, host);
  if (found) return { path: operand, tree: await readTree(found) };
  throw new UsageError(
    `"${operand}" is neither a path nor bytes that this host holds`,
    'name a directory, an archive, an installed pack, a version of one such as redis@1.2.0, or a hash',
  );
}

/** The bytes of an installed pack that were trusted last, its version before any other. Throws a `UsageError` without. */
export async function trustedVersion(id: string, host: Host): Promise<PackVersion> {
  const installed = await installedAs(id, host);
  const entries = readTrust(host.trust).packs.filter(({ pack }) => pack.id === id);
  const same = entries.filter(({ pack }) => pack.version === installed?.version);
  const digest = lastTrusted(same) ?? lastTrusted(entries);
  const copy = digest === undefined ? undefined : trustedCopy(host.trust, digest);
  if (copy !== undefined) return { path: `${id}, as trusted`, tree: await readTree(copy) };
  throw new UsageError(
    installed ? `nothing of "${id}" was trusted before` : `"${id}" is not installed`,
    installed ? `\`packwright info ${id}\` shows what it does` : '`packwright list` shows what is',
  );
}

interface Installed {
  readonly root: string;
  /** Undefined where the pack does not load. */
  readonly version: string | undefined;
  readonly digest: string | undefined;
}

async function installedAs(id: string, host: Host): Promise<Installed | undefined> {
  const { packs, broken } = await loadPacks(host.store());
  const pack = packs.find(({ opened }) => opened.id === id);
  if (pack) return { root: pack.root, version: pack.opened.version, digest: pack.opened.digest };
  const root = packPlace(host.store(), id);
  return broken.some((each) => each.root === root)
    ? { root, version: undefined, digest: undefined }
    : undefined;
}

async function ofName([, id = '', version]: RegExpExecArray, host: Host): Promise<string | undefined> {
  const installed = await installedAs(id, host);
  if (version === undefined || installed?.version === version) return installed?.root;
  const earlier = earlierVersions(host.store(), id).find(({ entry }) => entry.version === version);
  if (earlier) return earlier.root;
  const entry = readTrust(host.trust).packs.find(({ pack }) => pack.id === id && pack.version === version);
  return entry?.trusted == null ? undefined : trustedCopy(host.trust, entry.trusted);
}

async function ofDigest(digest: string, host: Host): Promise<string | undefined> {
  const copy = trustedCopy(host.trust, digest);
  if (copy !== undefined) return copy;
  const store = host.store();
  const { packs } = await loadPacks(store);
  const installed = packs.find(({ opened }) => opened.digest === digest);
  if (installed) return installed.root;
  const earlier = packs
    .flatMap(({ opened }) => earlierVersions(store, opened.id))
    .find(({ entry }) => entry.digest === digest);
  return earlier?.root;
}

const momentOf = ({ history }: TrustEntry): string =>
  history.findLast(({ event }) => event === 'trusted')?.at ?? '';

function lastTrusted(entries: readonly TrustEntry[]): string | undefined {
  const trusted = entries.filter((entry) => entry.trusted !== null);
  return trusted.toSorted((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))[0]?.trusted ?? undefined;
}
