/**
 * The steps of one decision, in their order (specs/evershell 3.14). A request is refused at the furthest one that any
 * rule reached.
 */
export const stages = [
  'token',
  'dns',
  'host',
  'normalise',
  'domain',
  'method',
  'path',
  'headers',
  'buffer',
  'body',
  'budget',
  'credentials',
  'transform',
  'forward',
] as const;

/** A step of a decision. */
export type Stage = (typeof stages)[number];

/** How far a stage is along. */
export function rankOf(stage: Stage): number {
  return RANKS[stage];
}

const RANKS = Object.fromEntries(stages.map((stage, rank) => [stage, rank])) as Readonly<
  Record<Stage, number>
>;

/** Why a request is refused. */
export type DenialReason =
  | 'no_token'
  | 'name_not_covered'
  | 'host_mismatch'
  | 'upgrade_denied'
  | 'path_ambiguous'
  | 'no_domain'
  | 'method_not_allowed'
  | 'path_not_allowed'
  | 'predicate_false'
  | 'predicate_error'
  | 'body_too_large'
  | 'body_not_json'
  | 'body_schema_failed'
  | 'budget_exceeded'
  | 'auth_unavailable'
  | 'transform_failed';

/** The part of the exchange that a stage looks at, in the words of the audit log (specs/evershell 3.8). */
export type AuditPhase = 'dns' | 'request_headers' | 'request_body';

/** Under which phase a decision of a stage is logged. */
export function phaseOf(stage: Stage): AuditPhase {
  if (stage === 'dns') return 'dns';
  return rankOf(stage) < rankOf('buffer') ? 'request_headers' : 'request_body';
}
