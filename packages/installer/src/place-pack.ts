import type { SignedPack } from '@packwright/trust/signature';
import { type OpenedPack, open, unpacked } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import type { LockEntry } from './documents.ts';
import { InstallError } from './install-error.ts';
import { type Signers, signerOf } from './signature/signer-of.ts';
import type { Fetched } from './source/source.ts';
import { uniqueName } from './store/durable.ts';
import { exclusively } from './store/exclusive.ts';
import type { LoadedPack } from './store/load-packs.ts';
import { type PackFile, packFiles } from './store/pack-files.ts';
import { storeMark } from './store/packs-in.ts';
import { stagePack } from './store/stage-pack.ts';
import { hidden, isInstalled, type Store } from './store/store.ts';
import { recover, swapIn } from './store/swap.ts';

/** What the operator demands of the bytes. */
export interface Demands extends Signers {
  /** The digest they have to have, in any of its spellings. */
  readonly hash?: string | undefined;
  /** Whether a pack without a signature that counts is refused. */
  readonly signed: boolean;
}

/** A pack whose bytes are what was asked for; nothing of it is installed yet. */
export interface CheckedPack {
  readonly opened: LoadedPack['opened'];
  readonly files: readonly PackFile[];
  readonly source: string;
  /** The key or the identity that signed it, where one that counts did. */
  readonly signedBy: string | undefined;
}

/** Opens what was fetched and holds it to what was asked, promised and demanded. Throws an `InstallError` otherwise. */
export function checkFetched({ tree, source, promised, signature }: Fetched, demands: Demands): CheckedPack {
  const opened = accepted(open(tree, { sha256: nodeSha256 }), source);
  const { id, version } = opened;
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(id)) {
    throw new InstallError(
      'name_unsafe',
      `"${id}" is no name for a directory`,
      'the author has to rename the pack',
    );
  }
  if (promised.id !== undefined && promised.id !== id) {
    throw new InstallError(
      'other_pack',
      `"${source}" holds "${id}" instead of "${promised.id}"`,
      'tell its owner',
    );
  }
  if (promised.version !== undefined && promised.version !== version) {
    const message = `"${source}" holds version ${version} of ${id} instead of ${promised.version}`;
    throw new InstallError('other_pack', message, 'tell its owner, or ask for the version it has');
  }
  requireDigest(opened, promised.digest, 'as the registry says');
  requireDigest(opened, demands.hash && plainDigest(demands.hash), 'as --hash demands');
  return { opened, files: packFiles(unpacked(tree)), source, signedBy: signer(opened, signature, demands) };
}

/**
 * Installs checked bytes: writes them beside, makes them last, and swaps them in. Throws an `InstallError` when the
 * pack is there already, unless that is to be replaced.
 */
export function placePack(
  store: Store,
  { opened, files, source }: CheckedPack,
  { requested, replace }: { readonly requested: string; readonly replace: boolean },
): Promise<LockEntry> {
  const { id, version, digest, format } = opened;
  const entry = { id, format: format ?? '', requested, version, digest, source };
  return exclusively(storeMark(store), `"${store.packs}"`, () => {
    recover(store);
    if (isInstalled(store, id) && !replace) {
      const hint = '--force replaces it; `packwright update` takes the newest';
      throw new InstallError('already_installed', `${id} is installed already`, hint);
    }
    const from = `stage/${uniqueName()}`;
    stagePack(files, hidden(store, from), () => store.onStep('stage a file'));
    const staged = open(directoryTree(hidden(store, from)), { sha256: nodeSha256 });
    requireDigest({ ...opened, digest: staged.digest ?? 'nothing' }, digest, 'as it was fetched');
    swapIn(store, from, entry);
    return entry;
  });
}

/** A digest as `--hash` takes it: with or without its prefix, in either case. */
export const plainDigest = (text: string): string =>
  `sha256:${text
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '')}`;

function accepted(opened: OpenedPack, source: string): LoadedPack['opened'] {
  const { id, version, digest } = opened;
  if (id !== null && version !== null && digest !== null) return { ...opened, id, version, digest };
  const errors = opened.diagnostics.filter(({ severity }) => severity === 'error');
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  const first = errors[0];
  throw new InstallError(
    'pack_refused',
    `"${source}" is refused with ${count}: ${first?.message}`,
    first?.hint ?? 'its author has to mend it',
    { opened },
  );
}

function requireDigest(
  { id, version, digest }: Pick<LoadedPack['opened'], 'id' | 'version' | 'digest'>,
  wanted: string | undefined,
  who: string,
): void {
  if (wanted === undefined || wanted === digest) return;
  const message = `${id} ${version} has the hash ${digest}, not ${wanted} ${who}`;
  throw new InstallError('hash_mismatch', message, 'do not use these bytes before you know why they differ');
}

function signer(
  { format, id, version, digest }: LoadedPack['opened'],
  signature: string | undefined,
  demands: Demands,
): string | undefined {
  if (signature === undefined && !demands.signed) return undefined;
  const subject: SignedPack = { pack: { format: format ?? '', id, version }, digest };
  const outcome = signerOf(subject, signature, demands);
  if (outcome.ok) return outcome.value;
  // Without a policy an unknown key says nothing; a signature for other bytes is a fault all the same.
  if (!demands.signed && outcome.problem.code === 'signature_unknown') return undefined;
  throw new InstallError('signature_refused', outcome.problem.message, outcome.problem.hint);
}
