import { comparePatterns } from '@packwright/values';
import type { AllowRule } from '../capability.ts';
import type { DomainPattern } from '../domain/domain-pattern.ts';
import { isAddress, isPrivateAddress } from '../domain/ip-address.ts';
import type { PathPattern } from '../path/path-pattern.ts';
import { sourceOf } from './source-of.ts';

/** Whether something holds, as far as it can be told. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** Whether one rule admits every request that another admits. */
export function covers(outer: AllowRule, inner: AllowRule): Certainty {
  if (sourceOf({ ...outer, index: inner.index, name: inner.name }) === sourceOf(inner)) return 'yes';
  return least([
    coversMethods(outer, inner),
    outer.allowInsecure || !inner.allowInsecure ? 'yes' : 'no',
    least(inner.domains.map((domain) => coversDomain(outer, domain, inner.allowInsecure))),
    coversPaths(outer.paths, inner.paths),
    coversConditions(outer, inner),
  ]);
}

function least(certainties: readonly Certainty[]): Certainty {
  if (certainties.includes('no')) return 'no';
  return certainties.includes('unknown') ? 'unknown' : 'yes';
}

function coversMethods(outer: AllowRule, inner: AllowRule): Certainty {
  return [...inner.methods].every((method) => outer.methods.has(method)) ? 'yes' : 'no';
}

function coversDomain({ domains }: AllowRule, inner: DomainPattern, isInsecure: boolean): Certainty {
  const onPort = domains.filter(({ port }) => portOf(port, isInsecure) === portOf(inner.port, isInsecure));
  if (onPort.some(({ text }) => text === inner.text)) return 'yes';
  const isAny = onPort.some(({ wildcard, suffix }) => wildcard !== null && suffix === '');
  const isExact = inner.wildcard === null;
  // No wildcard but that for any host takes addresses, and that takes no private ones.
  if (isExact && isAddress(inner.suffix)) return isAny && !isPrivateAddress(inner.suffix) ? 'yes' : 'no';
  if (isAny) return 'yes';
  return within(expressionOf([inner].map(domainExpression)), expressionOf(onPort.map(domainExpression)));
}

/** Without plain http, no port and 443 are the same. */
const portOf = (port: number | null, isInsecure: boolean): number | null =>
  port === null && !isInsecure ? 443 : port;

function coversPaths(outer: readonly PathPattern[], inner: readonly PathPattern[]): Certainty {
  if (outer.length === 0) return 'yes';
  const any: PathPattern = ['**'];
  const all = inner.length === 0 ? [any] : inner;
  return within(expressionOf(all.map(pathExpression)), expressionOf(outer.map(pathExpression)));
}

/** Conditions can only be told to be the same. */
function coversConditions(outer: AllowRule, inner: AllowRule): Certainty {
  const own = new Set([...inner.whenHead, ...inner.whenBody].map(({ source }) => source));
  const isLooser = [...outer.whenHead, ...outer.whenBody].every(({ source }) => own.has(source));
  const { bodySchema } = outer;
  const isSameSchema = bodySchema === null || sourceOf(bodySchema) === sourceOf(inner.bodySchema);
  return isLooser && isSameSchema ? 'yes' : 'unknown';
}

function within(inner: string, outer: string): Certainty {
  const relation = comparePatterns(outer, inner);
  if (relation === 'unknown') return 'unknown';
  return relation === 'equal' || relation === 'narrower' ? 'yes' : 'no';
}

/** A pattern for what any of some patterns match; one that matches nothing for none. */
const expressionOf = (bodies: readonly string[]): string =>
  bodies.length === 0 ? '^[^\\x{0}-\\x{10ffff}]$' : `^(${bodies.join('|')})$`;

function domainExpression({ wildcard, suffix }: DomainPattern): string {
  if (wildcard === null) return quoted(suffix);
  if (suffix === '') return '.*';
  const label = wildcard === '**' ? '.+' : globExpression(wildcard, '[^.]+');
  return `${label}\\.${quoted(suffix)}`;
}

/** Over the segments, each with a slash before it. */
function pathExpression(segments: PathPattern): string {
  return segments
    .map((segment) => {
      if (segment === '**') return '(/[^/]*)*';
      return segment === '*' ? '/[^/]+' : `/${globExpression(segment, '[^/]*')}`;
    })
    .join('');
}

const globExpression = (glob: string, star: string): string => glob.split('*').map(quoted).join(star);

const quoted = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
