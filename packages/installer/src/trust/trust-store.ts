import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Act,
  emptyTrustFile,
  type Outcome,
  readTrustFile,
  type SeenPack,
  seePack,
  type TrustFile,
  type TrustProblem,
  writeTrustFile,
} from '@packwright/trust';
import type { OpenedPack } from '@packwright/validator';
import { InstallError } from '../install-error.ts';
import { readIfThere, uniqueName, writeDurably } from '../store/durable.ts';
import { exclusively } from '../store/exclusive.ts';
import type { PackFile } from '../store/pack-files.ts';
import { stagePack } from '../store/stage-pack.ts';

/** Where a host keeps what it knows about trust: the state directory, as an absolute path. */
export interface TrustStore {
  readonly state: string;
  /** How long after its expiry an allow-list still counts, in milliseconds. */
  readonly graceMs: number;
}

/** The file in which a host keeps it. */
export const trustPath = ({ state }: TrustStore) => join(state, 'trust.json');

/** What the host knows. Throws an `InstallError` for a damaged file: nothing is trusted then. */
export function readTrust(store: TrustStore): TrustFile {
  const path = trustPath(store);
  const text = readIfThere(path);
  if (text === undefined) return emptyTrustFile;
  const outcome = readTrustFile(text, path);
  if (!outcome.ok) throw trustError(outcome.problem);
  return outcome.value;
}

/** Takes one step, while no other process does, and keeps what comes of it. Throws an `InstallError` when it is refused. */
export function changeTrust(
  store: TrustStore,
  step: (file: TrustFile) => Outcome<TrustFile>,
): Promise<TrustFile> {
  // Nobody but its user has any business in it.
  mkdirSync(store.state, { recursive: true, mode: 0o700 });
  return exclusively(join(store.state, 'trust.busy'), `"${trustPath(store)}"`, () => {
    const file = readTrust(store);
    const outcome = step(file);
    if (!outcome.ok) throw trustError(outcome.problem);
    if (outcome.value !== file) writeDurably(trustPath(store), writeTrustFile(outcome.value));
    return outcome.value;
  });
}

/**
 * Takes note of the packs that a host holds, as every load does; writes only where there is something new. Who may not
 * write, or finds the disk full, sees the packs as trust stands: a pack that was just put in its place waits.
 */
export async function seeLoaded(
  store: TrustStore,
  packs: readonly SoundPack[],
  act: Act,
): Promise<TrustFile> {
  const see = (file: TrustFile) =>
    packs.reduce((seen, pack) => seePack(seen, seenPack(pack), act, { graceMs: store.graceMs }), file);
  const file = readTrust(store);
  if (see(file) === file) return file;
  try {
    return await changeTrust(store, (current) => ({ ok: true, value: see(current) }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_WRITTEN.has(error.code)) return file;
    throw error;
  }
}

/** What a system says where it may not be written, or has no room. */
const NOT_WRITTEN: ReadonlySet<unknown> = new Set(['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT']);

/** What trust has to know of a pack without an error. */
type SoundPack = Pick<OpenedPack, 'format' | 'id' | 'version' | 'digest' | 'view'>;

/** A pack without an error, as trust sees it. */
export function seenPack({ format, id, version, digest, view }: SoundPack): SeenPack {
  const actions = view?.runnable?.actions ?? [];
  return {
    pack: { format: format ?? '', id: id ?? '', version: version ?? '' },
    digest: digest ?? '',
    unrated: actions.filter(({ risk }) => risk === 'unrated').map((action) => action.id),
  };
}

/** Keeps the bytes that are trusted, so that what drifted can be compared with them. */
export function keepTrusted({ state }: TrustStore, digest: string, files: readonly PackFile[]): void {
  const place = trustedPlace(state, digest);
  if (existsSync(place)) return;
  const stage = join(state, 'trusted', `.${uniqueName()}`);
  try {
    stagePack(files, stage);
    renameSync(stage, place);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The directory with the bytes of a digest that was trusted once; undefined where they are not kept. */
export function trustedCopy({ state }: TrustStore, digest: string): string | undefined {
  const place = trustedPlace(state, digest);
  return existsSync(place) ? place : undefined;
}

const trustedPlace = (state: string, digest: string) => join(state, 'trusted', digest.replace('sha256:', ''));

/** A refusal of `@packwright/trust` as an error of the installer. */
export const trustError = ({ message, hint }: TrustProblem): InstallError =>
  new InstallError('trust_refused', message, hint);
