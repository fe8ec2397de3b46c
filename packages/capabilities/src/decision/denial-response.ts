import type { Denial } from './decision.ts';

/** What the agent gets instead of a response. */
export interface DenialResponse {
  readonly status: 403 | 407 | 429 | 502;
  readonly headers: Readonly<Record<string, string>>;
  /** As JSON text. */
  readonly body: string;
}

/** The answer to a refused request (specs/evershell 3.15). It says nothing that the request did not hold. */
export function denialResponse(denial: Denial, requestId: string): DenialResponse {
  const { reason, capability, counter } = denial;
  const about = counter && { counter: counter.name, limit: counter.limit };
  const error = { code: 'policy_denied', reason, capability, request_id: requestId, ...about };
  const retry: Record<string, string> =
    counter && counter.retryAfter !== null ? { 'retry-after': String(counter.retryAfter) } : {};
  return {
    status: statusOf(denial),
    headers: { 'content-type': 'application/json', 'x-policy-decision': 'deny', ...retry },
    body: JSON.stringify({ error }),
  };
}

function statusOf({ reason }: Denial): DenialResponse['status'] {
  if (reason === 'no_token') return 407;
  if (reason === 'budget_exceeded') return 429;
  return reason === 'auth_unavailable' || reason === 'transform_failed' ? 502 : 403;
}
