/** Why something was not done; data, so that every front end can show it its own way. */
export interface TrustProblem {
  /** Stable: what to test for. */
  readonly code: TrustProblemCode;
  readonly message: string;
  readonly hint: string;
}

/** Every reason for which this package refuses something. */
export type TrustProblemCode =
  | 'pack_unknown'
  | 'pack_pending'
  | 'pack_drifted'
  | 'pack_rejected'
  | 'pack_revoked'
  | 'pack_retired'
  | 'digest_unseen'
  | 'digest_revoked'
  | 'rating_missing'
  | 'rating_unknown'
  | 'reason_missing'
  | 'file_malformed'
  | 'list_missing'
  | 'list_malformed'
  | 'list_unsigned'
  | 'list_lower'
  | 'list_changed'
  | 'list_expired'
  | 'list_early'
  | 'list_key_unproven'
  | 'key_malformed'
  | 'policy_loosens'
  | 'pattern_malformed'
  | 'signature_malformed'
  | 'signature_missing'
  | 'signature_wrong'
  | 'signature_unknown';

/** What came of a step that may be refused. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TrustProblem };

/** The outcome of a step that was taken. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** The outcome of a step that was refused. */
export const refused = (code: TrustProblemCode, message: string, hint: string): Outcome<never> => ({
  ok: false,
  problem: { code, message, hint },
});
