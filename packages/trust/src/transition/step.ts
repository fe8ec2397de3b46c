import { findEntry, isSamePack } from '../find-entry.ts';
import type { PackIdentity, TrustEntry, TrustFile, TrustStep } from '../trust-file.ts';

/** Who acts, when (ISO 8601, UTC), and why. */
export interface Act {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** What a transition makes of an entry. */
export type EntryChange = Partial<Pick<TrustEntry, 'state' | 'trusted' | 'parked' | 'byList' | 'ratings'>>;

/** The entry of a version, or a new one of which nothing is known. */
export const entryOf = (file: TrustFile, pack: PackIdentity): TrustEntry =>
  findEntry(file, pack) ?? {
    pack,
    state: 'pending',
    trusted: null,
    parked: null,
    byList: false,
    ratings: {},
    history: [],
  };

/** The file with one entry changed and the step written into its history. */
export function withStep(
  file: TrustFile,
  entry: TrustEntry,
  change: EntryChange,
  step: TrustStep,
): TrustFile {
  const changed = { ...entry, ...change, history: [...entry.history, step] };
  const others = file.packs.filter(({ pack }) => !isSamePack(pack, entry.pack));
  return { ...file, packs: [...others, changed].sort(byName) };
}

function byName(a: TrustEntry, b: TrustEntry): number {
  const [left, right] = [a, b].map(({ pack }) => [pack.format, pack.id, pack.version].join('\0'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
