import { EvershellMethod } from '@packwright/schema/evershell';
import type { Capability } from '../capability.ts';
import { coversHost, type DomainPattern } from '../domain/domain-pattern.ts';
import { parseDomain } from '../domain/parse-domain.ts';
import { pointerTo } from '../pointer.ts';
import { type Problem, Problems } from '../problem.ts';
import { quote } from '../quote.ts';
import { appliesTo } from '../transform/transform.ts';

/** The model backend of an agent, which the platform admits by itself (specs/evershell 3.13). */
export interface Upstream {
  readonly domain: string;
  readonly credential: string;
}

const NAME = '_provider';

/** The capability for a backend, to be merged as the last source. Throws a `RangeError` for a domain that is none. */
export function upstreamCapability(upstream: Upstream): Capability {
  const change = { kind: 'auth', credential: upstream.credential, scopes: null } as const;
  const rule = {
    name: null,
    index: 0,
    domains: [patternOf(upstream)],
    methods: new Set<string>(EvershellMethod.options),
    paths: [],
    allowInsecure: false,
    whenHead: [],
    whenBody: [],
    bodySchema: null,
  };
  return { name: NAME, allow: [rule], transforms: [{ name: 'auth', rules: null, change }], counters: [] };
}

/** Rules that would send the backend another credential than its own; pointers lead into the compiled list. */
export function checkUpstream(capabilities: readonly Capability[], upstream: Upstream): readonly Problem[] {
  const problems = new Problems();
  const { suffix: host } = patternOf(upstream);
  for (const [index, { allow, transforms }] of capabilities.entries()) {
    const reaching = allow.filter(({ domains }) => domains.some((pattern) => coversHost(pattern, host)));
    for (const [position, transform] of transforms.entries()) {
      const { change } = transform;
      if (change.kind !== 'auth' || change.credential === upstream.credential) continue;
      if (!reaching.some((rule) => appliesTo(transform, rule.index))) continue;
      const at = pointerTo('', index, 'transforms', position, 'auth');
      const message = `${quote(change.credential)} would be sent to the model backend ${quote(upstream.domain)}`;
      const hint = 'leave the domain of the backend out of the rules that it applies to';
      problems.add('upstream_credential', at, message, hint);
    }
  }
  return problems.list;
}

function patternOf({ domain }: Upstream): DomainPattern {
  const parsed = parseDomain(domain, { allowInsecure: false });
  if (parsed.ok && parsed.pattern.wildcard === null) return parsed.pattern;
  throw new RangeError(`${quote(domain)} is not the host of a backend`);
}
