import { normalHost } from '../domain/host.ts';
import { normalPath } from '../path/normal-path.ts';
import { Exchange } from './exchange.ts';
import { type Headers, normalHeaders } from './headers.ts';
import type { CapabilityRequest } from './request.ts';
import type { DenialReason, Stage } from './stage.ts';
import { parseAuthority, parseTarget, type Target } from './target.ts';

/** A request ready to be judged, or why no rule is even asked. */
export type ReadRequest =
  | { readonly ok: true; readonly exchange: Exchange }
  | { readonly ok: false; readonly stage: Stage; readonly reason: DenialReason };

/** Does what comes before the rules (specs/evershell 3.14, steps 1, 3 and 4). */
export function readRequest(request: CapabilityRequest): ReadRequest {
  if (request.hasToken === false) return { ok: false, stage: 'token', reason: 'no_token' };
  const headers = normalHeaders(request.headers);
  const target = parseTarget(request.url);
  if (!target) return { ok: false, stage: 'domain', reason: 'no_domain' };
  if (!isConsistent(target, headers, request.serverName))
    return { ok: false, stage: 'host', reason: 'host_mismatch' };
  const path = normalPath(target.path);
  if (!path) return { ok: false, stage: 'normalise', reason: 'path_ambiguous' };
  const exchange = new Exchange(request, { target, path, headers });
  if (exchange.method === 'GET' && headers.has('upgrade')) {
    return { ok: false, stage: 'normalise', reason: 'upgrade_denied' };
  }
  return { ok: true, exchange };
}

/** Whether everything that names a host names the same one. */
function isConsistent(target: Target, headers: Headers, serverName: string | undefined): boolean {
  if (serverName !== undefined && normalHost(serverName) !== target.host) return false;
  const named = ['host', ':authority'].flatMap((name) => headers.get(name) ?? []);
  return named.every((text) => {
    const authority = parseAuthority(text.trim(), target.scheme);
    return authority?.host === target.host && authority.port === target.port;
  });
}
