import { defaultPort } from '../domain/domain-pattern.ts';
import { normalHost } from '../domain/host.ts';

/** Where a connection leads, normalised. */
export interface Authority {
  readonly host: string;
  readonly port: number;
}

/** The parts of a URL, the path and the query as they were sent. */
export interface Target extends Authority {
  readonly scheme: 'http' | 'https';
  readonly path: string;
  /** Null when there is no `?`. */
  readonly query: string | null;
}

const URL_PARTS = /^(https?):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/is;
const AUTHORITY = /^(\[[^\]]*\]|[^:]*)(?::([0-9]{0,5}))?$/;
const HIGHEST_PORT = 65_535;

/** Cuts a URL into its parts without resolving anything; nothing for what is no `http` or `https` URL of a host. */
export function parseTarget(url: string): Target | undefined {
  const [, name = '', authority = '', path = '', query = null] = URL_PARTS.exec(url) ?? [];
  const scheme = name.toLowerCase() === 'http' ? 'http' : 'https';
  const place = parseAuthority(authority, scheme);
  return place && { ...place, scheme, path: path === '' ? '/' : path, query };
}

/** Reads `host` or `host:port`; nothing for what is neither. */
export function parseAuthority(text: string, scheme: 'http' | 'https'): Authority | undefined {
  const [, name = '', digits = ''] = AUTHORITY.exec(text) ?? [];
  const host = name === '' ? undefined : normalHost(name);
  const port = digits === '' ? defaultPort(scheme) : Number(digits);
  return host === undefined || port < 1 || port > HIGHEST_PORT ? undefined : { host, port };
}
