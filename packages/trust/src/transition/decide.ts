import type { RiskTier } from '@packwright/schema';
import { findEntry, packName, revocationOf } from '../find-entry.ts';
import type { PackIdentity, TrustEntry, TrustFile } from '../trust-file.ts';
import { done, type Outcome, refused } from '../trust-problem.ts';
import { checkRatings } from './ratings.ts';
import { type Act, entryOf, withStep } from './step.ts';

/** A decision for exact bytes. */
export interface TrustRequest {
  readonly pack: PackIdentity;
  readonly digest: string;
  /** Ids of the actions of these bytes that carry no risk of their own. */
  readonly unrated: readonly string[];
  /** A rating for each of them. */
  readonly ratings: Readonly<Record<string, RiskTier>>;
}

/**
 * Trusts exact bytes of a version. Refused for bytes that were revoked, for a retired version without a reason, and
 * while an unrated action has no rating; ratings belong to the bytes and go with them.
 */
export function trustPack(file: TrustFile, request: TrustRequest, act: Act): Outcome<TrustFile> {
  const { pack, digest, ratings } = request;
  const entry = entryOf(file, pack);
  const revoked = revocationOf(file, digest);
  if (revoked !== undefined) {
    return refused(
      'digest_revoked',
      `${digest} of ${packName(pack)} was revoked: ${revoked}`,
      'revocation is final for these bytes; install another version',
    );
  }
  if (entry.state === 'retired' && act.reason === '') {
    return withoutReason(`${packName(pack)} is retired`, 'why it has to run nevertheless');
  }
  const rating = checkRatings(request);
  if (rating) return { ok: false, problem: rating };
  const change = { state: 'trusted', trusted: digest, parked: null, byList: false, ratings } as const;
  return done(withStep(file, entry, change, { ...act, digest, event: 'trusted' }));
}

/** Turns bytes that wait down: trust falls back to the bytes trusted before, and to `rejected` where there are none. */
export function rejectPack(file: TrustFile, pack: PackIdentity, act: Act): Outcome<TrustFile> {
  const entry = findEntry(file, pack);
  if (!entry || entry.parked === null) {
    return refused(
      'pack_unknown',
      `nothing of ${packName(pack)} waits for a decision`,
      'to take trust back, revoke it',
    );
  }
  const state = entry.trusted === null ? 'rejected' : 'trusted';
  return done(withStep(file, entry, { state }, { ...act, digest: entry.parked, event: 'rejected' }));
}

/**
 * Takes trust back for good: the bytes of this version that the host knows can never be trusted again. Refused without
 * a reason, which is told to everyone who meets these bytes later.
 */
export function revokePack(file: TrustFile, pack: PackIdentity, act: Act): Outcome<TrustFile> {
  const entry = findEntry(file, pack);
  if (!entry) return refused('pack_unknown', `${packName(pack)} was never seen`, 'name an installed pack');
  if (act.reason === '') {
    return withoutReason(`revoking ${packName(pack)} is final`, 'why it may never run again');
  }
  const digest = entry.trusted ?? entry.parked;
  const revoked = [entry.trusted, entry.parked].filter((each) => each !== null);
  const step = { ...act, digest, event: 'revoked' } as const;
  return done(withRevoked(withStep(file, entry, revokedEntry(entry), step), revoked, act.reason));
}

/**
 * Keeps a version from running although its bytes are trusted; trusting it again needs a reason. Refused without a
 * reason, which is told to whoever would run it, and for a version that was revoked.
 */
export function retirePack(file: TrustFile, pack: PackIdentity, act: Act): Outcome<TrustFile> {
  const entry = entryOf(file, pack);
  if (entry.state === 'revoked') {
    const hint = 'revocation is final, and keeps it from running already';
    return refused('digest_revoked', `${packName(pack)} was revoked`, hint);
  }
  if (act.reason === '') {
    return withoutReason(`${packName(pack)} is not retired yet`, 'why it has to stop running');
  }
  return done(withRetired(file, entry, act));
}

/** The file with a version that does not run any more. */
export function withRetired(file: TrustFile, entry: TrustEntry, act: Act): TrustFile {
  const step = { ...act, digest: entry.trusted, event: 'retired' } as const;
  return withStep(file, entry, { state: 'retired' }, step);
}

/** Rates unrated actions of trusted bytes anew. */
export function ratePack(file: TrustFile, request: TrustRequest, act: Act): Outcome<TrustFile> {
  const entry = findEntry(file, request.pack);
  if (entry?.state !== 'trusted' || entry.trusted !== request.digest) {
    return refused(
      'pack_pending',
      `${packName(request.pack)} is not trusted with these bytes`,
      'ratings are given together with trust',
    );
  }
  const ratings = { ...entry.ratings, ...request.ratings };
  const problem = checkRatings({ ...request, ratings });
  if (problem) return { ok: false, problem };
  const step = { ...act, digest: request.digest, event: 'rated' } as const;
  return done(withStep(file, entry, { ratings }, step));
}

/** The file with more bytes that may never run. */
export function withRevoked(file: TrustFile, digests: readonly string[], reason: string): TrustFile {
  const known = new Set(file.revoked.map(({ digest }) => digest));
  const added = digests.filter((digest) => !known.has(digest)).map((digest) => ({ digest, reason }));
  return added.length === 0 ? file : { ...file, revoked: [...file.revoked, ...added] };
}

/** What becomes of an entry whose bytes are revoked. */
export const revokedEntry = ({ parked }: TrustEntry) =>
  ({ state: 'revoked', parked, ratings: {}, byList: false }) as const;

const withoutReason = (message: string, why: string): Outcome<TrustFile> =>
  refused('reason_missing', message, `say with \`--reason\` ${why}; the history keeps it`);
