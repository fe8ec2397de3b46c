import {
  type CapabilityRequest,
  type CapabilitySource,
  type Decision,
  decide,
  type EffectiveRule,
  type Explanation,
  explain,
  mergeCapabilities,
  type OverriddenCapability,
  type RuleExplanation,
} from '@packwright/capabilities';

/** A rule in force and what it says of the request. */
export interface AskedRule {
  readonly rule: EffectiveRule;
  readonly said: RuleExplanation;
}

/** One request held against capabilities: what becomes of it, and what every rule says. */
export interface Trial {
  readonly request: CapabilityRequest;
  readonly decision: Decision;
  readonly refusedBefore: Explanation['refusedBefore'];
  readonly rules: readonly AskedRule[];
  /** The rules that cover the host, whatever the scheme and port. */
  readonly onHost: readonly EffectiveRule[];
  readonly overridden: readonly OverriddenCapability[];
}

/** Tries a request out. Nothing was used before, and every credential and secret is taken to be there. */
export async function tryRequest(
  sources: readonly CapabilitySource[],
  request: CapabilityRequest,
): Promise<Trial> {
  const policy = mergeCapabilities(sources);
  const { refusedBefore, rules } = explain(policy, request);
  return {
    request,
    decision: await decide(policy, request),
    refusedBefore,
    rules: rules.map((said, at) => ({ said, rule: policy.rules[at] as EffectiveRule })),
    onHost: policy.candidates(hostOf(request.url)).map(({ rule }) => rule),
    overridden: policy.overridden,
  };
}

/** Empty for a URL that has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
