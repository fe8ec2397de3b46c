import { isSamePack, revocationOf } from '../find-entry.ts';
import type { AllowedPack, PackIdentity, TrustFile } from '../trust-file.ts';
import { type Act, entryOf, withStep } from './step.ts';

/** Bytes that a host holds for a version. */
export interface SeenPack {
  readonly pack: PackIdentity;
  readonly digest: string;
  /** Ids of the actions that carry no risk of their own. */
  readonly unrated: readonly string[];
}

/** Whether an allow-list may still make packs trusted. */
export interface ListTerms {
  /** How long after its expiry the list still counts, in milliseconds. */
  readonly graceMs: number;
}

/**
 * Takes note of the bytes a host holds. New bytes wait for a decision, unless the allow-list trusts exactly them and
 * has not run out; other bytes than the trusted ones are drift, which takes trust and ratings away until a person
 * decides. The file itself where there is nothing new.
 */
export function seePack(file: TrustFile, seen: SeenPack, act: Act, terms: ListTerms): TrustFile {
  const { pack, digest } = seen;
  const entry = entryOf(file, pack);
  const isKnown = entry.history.length > 0;
  const step = { ...act, digest };
  if (isKnown && entry.trusted === digest) {
    if (entry.parked === null) return file;
    const state = entry.state === 'pending' ? 'trusted' : entry.state;
    return withStep(file, entry, { state, parked: null }, { ...step, event: 'restored' });
  }
  const allowed = allowedBy(file, seen, act.at, terms);
  if (allowed && entry.state === 'pending') {
    const by = `allow-list ${file.allowList?.list.version}`;
    const reason = 'the allow-list names these bytes';
    const change = {
      state: 'trusted',
      trusted: digest,
      parked: null,
      byList: true,
      ratings: allowed.ratings,
    } as const;
    return withStep(file, entry, change, { ...step, by, reason, event: 'trusted' });
  }
  if (isKnown && entry.parked === digest) return file;
  const retirement = isKnown ? undefined : listed(file, pack)?.retired;
  if (retirement != null) {
    const change = { state: 'retired', parked: digest } as const;
    return withStep(file, entry, change, { ...step, reason: retirement, event: 'retired' });
  }
  const isDrift = entry.trusted !== null;
  const state = entry.state === 'trusted' || entry.state === 'rejected' ? 'pending' : entry.state;
  return withStep(
    file,
    entry,
    { state, parked: digest, ratings: {} },
    { ...step, event: isDrift ? 'drifted' : 'seen' },
  );
}

function allowedBy(
  file: TrustFile,
  { pack, digest, unrated }: SeenPack,
  at: string,
  { graceMs }: ListTerms,
): AllowedPack | undefined {
  const list = file.allowList?.list;
  if (!list || revocationOf(file, digest) !== undefined) return undefined;
  if (Date.parse(at) > Date.parse(list.expires) + graceMs) return undefined;
  const allowed = listed(file, pack);
  const isRated = unrated.every((action) => allowed?.ratings[action] !== undefined);
  return allowed?.digest === digest && allowed.retired === null && isRated ? allowed : undefined;
}

const listed = (file: TrustFile, pack: PackIdentity): AllowedPack | undefined =>
  file.allowList?.list.packs.find((each) => isSamePack(each.pack, pack));
