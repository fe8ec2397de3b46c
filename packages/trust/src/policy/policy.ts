import type { RiskRating } from '@packwright/schema';
import type { ApprovalChannel, PolicyDecision, PolicyDocument } from '@packwright/schema/config';

/** A policy with nothing left out. */
export interface Policy {
  readonly defaults: Readonly<Record<RiskRating, PolicyDecision>>;
  readonly overrides: readonly PolicyOverride[];
  readonly approval: Readonly<Record<RiskRating, readonly ApprovalChannel[]>>;
}

/** A decision for the actions that a glob matches. */
export interface PolicyOverride {
  readonly name: string;
  readonly action: string;
  readonly decision: PolicyDecision;
}

const ALL = ['terminal', 'elicitation', 'elicitation-http', 'catalog'] as const;
const STRONG = ['terminal', 'elicitation', 'catalog'] as const;

/** The policy of a host that sets nothing. */
export const defaultPolicy: Policy = {
  defaults: { low: 'allow', medium: 'allow', high: 'ask', critical: 'deny', unrated: 'ask' },
  overrides: [],
  approval: { low: ALL, medium: ALL, high: STRONG, critical: STRONG, unrated: STRONG },
};

/** The policy that a document writes down, with the defaults of this package where it is silent. */
export function policyOf({ defaults, overrides = [], approval }: PolicyDocument = {}): Policy {
  return {
    defaults: { ...defaultPolicy.defaults, ...set(defaults) },
    overrides,
    approval: { ...defaultPolicy.approval, ...set(approval) },
  };
}

/** The keys that are really set: an explicit `undefined` is none. */
const set = <T extends object>(record: T | undefined): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
