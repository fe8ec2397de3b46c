import type { AllowRule } from '../capability.ts';
import { coversHost, type DomainPattern } from '../domain/domain-pattern.ts';
import type { PathPattern } from '../path/path-pattern.ts';

/** Whether some request may be admitted by both rules; false only where that is sure. */
export function mayMeet(a: AllowRule, b: AllowRule): boolean {
  if (![...a.methods].some((method) => b.methods.has(method))) return false;
  const isSomeHost = a.domains.some((one) =>
    b.domains.some((other) => haveOnePort(a, one, b, other) && haveOneHost(one, other)),
  );
  if (!isSomeHost) return false;
  if (a.paths.length === 0 || b.paths.length === 0) return true;
  return a.paths.some((one) => b.paths.some((other) => haveOnePath(one, other)));
}

function haveOnePort(a: AllowRule, one: DomainPattern, b: AllowRule, other: DomainPattern): boolean {
  const ports = portsOf(b, other);
  return portsOf(a, one).some((port) => ports.includes(port));
}

function portsOf({ allowInsecure }: AllowRule, { port }: DomainPattern): readonly number[] {
  if (port !== null) return [port];
  return allowInsecure ? [443, 80] : [443];
}

function haveOneHost(one: DomainPattern, other: DomainPattern): boolean {
  if (one.wildcard === null) return coversHost(other, one.suffix);
  if (other.wildcard === null) return coversHost(one, other.suffix);
  if (one.suffix === '' || other.suffix === '') return true;
  return `.${one.suffix}`.endsWith(`.${other.suffix}`) || `.${other.suffix}`.endsWith(`.${one.suffix}`);
}

function haveOnePath(one: PathPattern, other: PathPattern): boolean {
  for (let at = 0; ; at++) {
    const [a, b] = [one[at], other[at]];
    if (a === '**' || b === '**' || (a === undefined && b === undefined)) return true;
    if (a === undefined || b === undefined) return false;
    if (a !== b && !a.includes('*') && !b.includes('*')) return false;
  }
}
