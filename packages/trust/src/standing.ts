import type { RiskTier } from '@packwright/schema';
import { findEntry, packName, revocationOf } from './find-entry.ts';
import type { PackIdentity, TrustFile, TrustState } from './trust-file.ts';
import type { TrustProblem, TrustProblemCode } from './trust-problem.ts';

/** How the bytes of a pack stand with the operator of this host. */
export interface Standing {
  readonly state: TrustState;
  /** Whether other bytes of this version are the trusted ones. */
  readonly isDrifted: boolean;
  readonly trusted: string | null;
  /** Ratings of unrated actions; empty unless the pack may run. */
  readonly ratings: Readonly<Record<string, RiskTier>>;
  /** Why nothing of it runs; null for a pack that may run. */
  readonly problem: TrustProblem | null;
}

/** The standing of bytes: they may run when exactly they are trusted, and neither they nor the version are withdrawn. */
export function standingOf(file: TrustFile, pack: PackIdentity, digest: string): Standing {
  const entry = findEntry(file, pack);
  const name = packName(pack);
  const isDrifted = entry?.trusted != null && entry.trusted !== digest;
  const trusted = entry?.trusted ?? null;
  const held = (state: TrustState, code: TrustProblemCode, message: string, hint: string): Standing => ({
    state,
    isDrifted,
    trusted,
    ratings: {},
    problem: { code, message, hint },
  });
  const review = `review it, then \`packwright trust ${pack.id} ${digest}\``;
  const revoked = revocationOf(file, digest);
  if (revoked !== undefined) {
    return held(
      'revoked',
      'pack_revoked',
      `${name} was revoked${revoked === '' ? '' : `: ${revoked}`}`,
      'install another version',
    );
  }
  const state = entry?.state ?? 'pending';
  if (state === 'revoked') {
    return held(state, 'pack_revoked', `${name} was revoked`, review);
  }
  if (state === 'retired') {
    return held(
      state,
      'pack_retired',
      `${name} is retired: ${reasonOf(file, pack)}`,
      'install a newer version',
    );
  }
  if (isDrifted) {
    const hint = `see what changed with \`packwright diff ${pack.id}\`, then \`packwright trust ${pack.id} ${digest}\` or put the old bytes back`;
    return held(
      'pending',
      'pack_drifted',
      `${name} is not what was trusted: ${digest} instead of ${trusted}`,
      hint,
    );
  }
  if (state === 'rejected') return held(state, 'pack_rejected', `${name} was rejected`, review);
  if (state === 'pending' || trusted === null) {
    return held('pending', 'pack_pending', `${name} is not trusted yet`, review);
  }
  return { state, isDrifted, trusted, ratings: entry?.ratings ?? {}, problem: null };
}

const reasonOf = (file: TrustFile, pack: PackIdentity): string =>
  findEntry(file, pack)?.history.findLast(({ event }) => event === 'retired')?.reason ?? '';
