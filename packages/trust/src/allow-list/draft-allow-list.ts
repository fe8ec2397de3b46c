import type { AllowList, TrustFile } from '../trust-file.ts';

/** What a draft cannot take from the host. */
export interface DraftTerms {
  /** One above the list that it follows; 1 for the first. */
  readonly version: number;
  /** Keys of which one has to sign the next list. */
  readonly keys: readonly string[];
  /** ISO 8601, UTC. */
  readonly issued: string;
  readonly expires: string;
}

/** An allow-list of what a host trusts, has retired and has revoked, to be read by a person before it is signed. */
export function draftAllowList({ packs, revoked }: TrustFile, terms: DraftTerms): AllowList {
  return {
    schema: 'packwright.allow-list/v1',
    ...terms,
    packs: packs.flatMap(({ pack, state, trusted, ratings, history }) => {
      if (trusted === null || (state !== 'trusted' && state !== 'retired')) return [];
      const reason = history.findLast(({ event }) => event === 'retired')?.reason ?? '';
      return [{ pack, digest: trusted, ratings, retired: state === 'retired' ? reason : null }];
    }),
    revoked,
  };
}
