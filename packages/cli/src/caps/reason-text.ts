import type { AllowRule, DenialReason, RuleExplanation } from '@packwright/capabilities';

const MOST_LISTED = 8;

/** Why a rule does not admit a request, with what it does admit instead. */
export function reasonText(
  { domains, methods, paths, allowInsecure }: AllowRule,
  said: RuleExplanation,
): string {
  switch (said.reason) {
    case 'no_domain':
      return `covers ${listed(domains.map(({ text }) => text))}${allowInsecure ? '' : ', by https'}`;
    case 'method_not_allowed':
      return `admits the methods ${listed([...methods])}`;
    case 'path_not_allowed':
      return `admits the paths ${listed(paths.map((segments) => `/${segments.join('/')}`))}`;
    default:
      return WORDS[said.reason as keyof typeof WORDS] + (said.detail === null ? '' : `: ${said.detail}`);
  }
}

const WORDS = {
  predicate_false: 'a condition is false',
  predicate_error: 'a condition cannot be evaluated',
  body_too_large: 'the body is larger than 1 MiB, which is the most that a rule looks at',
  body_not_json: 'the body is no JSON, which its schema asks for',
  body_schema_failed: 'the body does not fit its schema',
} as const satisfies Partial<Record<DenialReason, string>>;

/** Why a request is refused before any rule is asked, or after one admitted it. */
export const REQUEST_REASONS: Readonly<Partial<Record<DenialReason, string>>> = {
  no_token: 'the connection shows no token that is in force',
  host_mismatch: 'the host of the request is not the one that the connection was made to',
  upgrade_denied: 'the request asks to change the protocol',
  path_ambiguous: 'hosts could read the path in more than one way',
  no_domain: 'no rule covers the host, scheme and port',
  budget_exceeded: 'a budget has no room left',
  auth_unavailable: 'a credential or secret is not there',
  transform_failed: 'a change to the request cannot be made',
};

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_LISTED).join(', ');
  return texts.length > MOST_LISTED ? `${shown} and ${texts.length - MOST_LISTED} more` : shown;
}
