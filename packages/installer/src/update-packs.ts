import type { LockEntry } from './documents.ts';
import { InstallError } from './install-error.ts';
import { checkFetched, type Demands, placePack } from './place-pack.ts';
import { type PackRequest, parseRequest } from './request.ts';
import { fetchPack } from './source/fetch-pack.ts';
import type { FetchTerms } from './source/source.ts';
import type { LoadedPacks } from './store/load-packs.ts';
import type { Store } from './store/store.ts';
import { lockOf } from './store/swap.ts';

/** What became of one pack, in the words that operators of runners know. */
export interface UpdatedPack {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly status:
    | 'up_to_date'
    | 'updated'
    | 'repaired'
    | 'update_available'
    | 'repair_available'
    | 'not_in_registry'
    | 'not_installed'
    | 'failed';
  readonly reason?: string;
}

export interface UpdateOptions {
  /** Ids; all installed packs when there are none. */
  readonly ids: readonly string[];
  readonly isDryRun: boolean;
  readonly demands: Demands;
  readonly terms: FetchTerms;
  /** Told of the packs that a new version needs, before it is put in its place. */
  readonly installNeeds: (names: readonly string[]) => Promise<void>;
}

/**
 * Brings installed packs to what their source has now: bytes decide, never the version. A broken pack is repaired.
 * One that fails keeps no other from being updated.
 */
export async function updatePacks(
  store: Store,
  loaded: LoadedPacks,
  options: UpdateOptions,
): Promise<UpdatedPack[]> {
  const lock = lockOf(store);
  const ids = options.ids.length > 0 ? options.ids : lock.packs.map(({ id }) => id);
  const updated: UpdatedPack[] = [];
  for (const id of ids) {
    const entry = lock.packs.find((each) => each.id === id);
    updated.push(entry ? await updateOne(store, loaded, entry, options) : { id, status: 'not_installed' });
  }
  return updated;
}

async function updateOne(
  store: Store,
  { packs }: LoadedPacks,
  entry: LockEntry,
  { isDryRun, demands, terms, installNeeds }: UpdateOptions,
): Promise<UpdatedPack> {
  const { id, requested } = entry;
  try {
    const present = packs.find(({ opened }) => opened.id === id)?.opened.digest;
    const request = parseRequest(requested, () => false);
    // A path is taken from where the operator stood then.
    const again: PackRequest = request.kind === 'path' ? { kind: 'path', path: entry.source } : request;
    const fetched = await fetchPack(again, terms);
    const checked = checkFetched(fetched, demands);
    const { digest } = checked.opened;
    if (checked.opened.id !== id) {
      throw new InstallError(
        'other_pack',
        `"${requested}" holds "${checked.opened.id}" now`,
        'install it by itself',
      );
    }
    const versions = { id, from: present ?? 'broken', to: digest };
    if (present === digest) return { id, status: 'up_to_date' };
    if (isDryRun) return { ...versions, status: present ? 'update_available' : 'repair_available' };
    const missed = await refusalOf(() => installNeeds(fetched.needs));
    if (missed !== undefined)
      return { id, status: 'failed', reason: `what it needs cannot be installed: ${missed}` };
    await placePack(store, checked, { requested, replace: true });
    return { ...versions, status: present ? 'updated' : 'repaired' };
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    const status = error.code === 'not_found' ? 'not_in_registry' : 'failed';
    return { id, status, reason: error.message };
  }
}

/** Why something was refused; nothing where it was done. */
async function refusalOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    return error.message;
  }
}
