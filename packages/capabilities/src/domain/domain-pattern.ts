import { isAddress, isPrivateAddress } from './ip-address.ts';
import { matchesLabel } from './label-glob.ts';

/** A normalised entry of `domains` (specs/evershell 3.5). */
export interface DomainPattern {
  /** As it is stored: `*.example.com`, `dl.example:8443`, `*`. */
  readonly text: string;
  /** The leftmost label when it holds a wildcard; `**` stands for one or more labels; null for one exact host. */
  readonly wildcard: string | null;
  /** What follows the wildcard label, or the exact host; empty for any host. */
  readonly suffix: string;
  /** The only port, or null for the default port of the scheme. */
  readonly port: number | null;
}

/** Whether a pattern covers a normalised host, whatever the port. */
export function coversHost(pattern: DomainPattern, host: string): boolean {
  const { wildcard, suffix } = pattern;
  if (wildcard === null) return host === suffix;
  if (suffix === '') return !isPrivateAddress(host);
  if (isAddress(host) || !host.endsWith(`.${suffix}`)) return false;
  const left = host.slice(0, -suffix.length - 1);
  if (wildcard === '**') return true;
  return !left.includes('.') && matchesLabel(wildcard, left);
}

/** Whether a pattern covers a port of a scheme. */
export function coversPort(pattern: DomainPattern, scheme: 'http' | 'https', port: number): boolean {
  return port === (pattern.port ?? defaultPort(scheme));
}

/** The port that a URL without one means. */
export function defaultPort(scheme: 'http' | 'https'): number {
  return scheme === 'https' ? 443 : 80;
}
