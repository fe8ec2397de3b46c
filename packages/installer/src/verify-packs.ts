import { standingOf, type TrustState } from '@packwright/trust';
import type { PackTree } from '@packwright/validator';
import { directoryTree } from '@packwright/validator/node';
import type { LoadedPack, LoadedPacks } from './store/load-packs.ts';
import { packFiles } from './store/pack-files.ts';
import type { Store } from './store/store.ts';
import { lockOf } from './store/swap.ts';
import { readTrust, seenPack, type TrustStore, trustedCopy } from './trust/trust-store.ts';

/** How one installed pack compares with what was installed and what is trusted. */
export interface VerifiedPack {
  readonly id: string;
  readonly version: string | null;
  readonly digest: string | null;
  /** `drifted`: other bytes than were installed; `unlocked`: not installed by this tool; `missing`: in the lock alone. */
  readonly status: 'as-installed' | 'drifted' | 'unlocked' | 'missing' | 'broken';
  readonly trust: TrustState;
  /** The files that are not as they were trusted: changed, added or gone. Empty where no trusted copy is kept. */
  readonly files: readonly { readonly path: string; readonly change: 'changed' | 'added' | 'removed' }[];
  readonly reason: string;
}

/** Compares every pack that was just loaded with the lock and with trust. */
export function verifyPacks(store: Store, trust: TrustStore, { packs, broken }: LoadedPacks): VerifiedPack[] {
  const lock = lockOf(store);
  const file = readTrust(trust);
  const present = new Set([
    ...packs.map(({ opened }) => opened.id),
    ...broken.map(({ directory }) => directory),
  ]);
  const loaded = packs.map((pack): VerifiedPack => {
    const { id, version, digest } = pack.opened;
    const entry = lock.packs.find((each) => each.id === id);
    const standing = standingOf(file, seenPack(pack.opened).pack, digest);
    const isDrifted = entry !== undefined && entry.digest !== digest;
    const copy = trustedCopy(trust, standing.trusted ?? entry?.digest ?? '');
    return {
      id,
      version,
      digest,
      status: entry === undefined ? 'unlocked' : isDrifted ? 'drifted' : 'as-installed',
      trust: standing.state,
      files: copy === undefined ? [] : changedFiles(directoryTree(copy), pack),
      reason: isDrifted ? `${entry.digest} was installed` : '',
    };
  });
  const unusable = broken.map(({ directory, reason }) => absent(directory, 'broken', reason));
  const gone = lock.packs.filter(({ id }) => !present.has(id));
  return [...loaded, ...unusable, ...gone.map(({ id }) => absent(id, 'missing', 'its directory is gone'))];
}

const absent = (id: string, status: VerifiedPack['status'], reason: string): VerifiedPack => ({
  id,
  version: null,
  digest: null,
  status,
  trust: 'pending',
  files: [],
  reason,
});

function changedFiles(trusted: PackTree, { tree }: LoadedPack): VerifiedPack['files'] {
  const [before, now] = [trusted, tree].map(
    (each) => new Map(packFiles(each).map(({ path, bytes }) => [path, bytes])),
  ) as [Map<string, Uint8Array>, Map<string, Uint8Array>];
  const paths = [...new Set([...before.keys(), ...now.keys()])];
  return paths.flatMap((path): VerifiedPack['files'] => {
    const [old, current] = [before.get(path), now.get(path)];
    if (old && current) return Buffer.compare(old, current) === 0 ? [] : [{ path, change: 'changed' }];
    return [{ path, change: old ? 'removed' : 'added' }];
  });
}
