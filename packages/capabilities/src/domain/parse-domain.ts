import type { ProblemDetails } from '../problem.ts';
import { quote } from '../quote.ts';
import { type RefusedEntry, refused } from '../refused-entry.ts';
import type { DomainPattern } from './domain-pattern.ts';
import { normalHost, withAsciiDots } from './host.ts';
import { isAddress } from './ip-address.ts';

/** A pattern, or why an entry of `domains` is none. */
export type ParsedDomain = { readonly ok: true; readonly pattern: DomainPattern } | RefusedEntry;

const LEAST_FIXED_LABELS = 2;
const HIGHEST_PORT = 65_535;

/** Reads one entry of `domains` in the order of specs/evershell 3.5. */
export function parseDomain(entry: string, options: { readonly allowInsecure: boolean }): ParsedDomain {
  const text = entry.trim();
  const stray = strayPart(text);
  if (stray) return stray;
  const split = /^(?<host>\[[^\]]*\]|[^:]*)(?::(?<port>[^:]*))?$/.exec(text)?.groups;
  if (!split) {
    const details = /^[0-9a-f:.]+$/i.test(text) ? ifSound(`[${text}]`) : {};
    const hint = `write IPv6 in brackets: ${details.instead ?? '[2001:db8::1]'}`;
    return refused('domain_form', `${quote(text)} is not a host`, hint, details);
  }
  const port = split.port === undefined ? null : portOf(split.port);
  if (port === undefined) {
    return refused(
      'domain_port',
      `${quote(text)} has no port from 1 to 65535`,
      'write the number, or no ":" at all',
      split.port === '' ? ifSound(text.slice(0, -1)) : {},
    );
  }
  if (port === 80 && !options.allowInsecure) {
    const hint = 'set `allow_insecure: true` for plain http, or drop ":80"';
    return refused('port_requires_insecure', `port 80 in ${quote(text)} is plain http`, hint);
  }
  const host = parseHost(split.host ?? '', text);
  if ('code' in host) return host;
  const kept = port === 443 || port === 80 ? null : port;
  const shown = [host.wildcard, host.suffix].filter((part) => part !== null && part !== '').join('.');
  return { ok: true, pattern: { ...host, port: kept, text: kept === null ? shown : `${shown}:${kept}` } };
}

function strayPart(text: string): RefusedEntry | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0];
  const whole = text.slice(scheme?.length ?? 0);
  const rest = whole.replace(/[/?#].*$/s, '');
  // What else is written would be lost, and plain http is for the author to admit.
  const isHost = rest !== text && (whole === rest || whole === `${rest}/`);
  const details = isHost ? ifSound(rest) : {};
  if (scheme) {
    const hint = `write the host alone: ${quote(rest)}`;
    const isSecure = scheme.toLowerCase() === 'https://';
    return refused('domain_scheme', `${quote(text)} has a scheme`, hint, isSecure ? details : {});
  }
  if (text.includes('@')) {
    const host = rest.slice(rest.lastIndexOf('@') + 1);
    return refused('domain_userinfo', `${quote(text)} has a user`, `write the host alone: ${quote(host)}`);
  }
  if (/[/?#\\]/.test(text)) {
    return refused(
      'domain_path',
      `${quote(text)} has a path`,
      whole === `${rest}/` ? `write ${quote(rest)}` : `write ${quote(rest)}, and the path in \`paths\``,
      details,
    );
  }
  return undefined;
}

function parseHost(text: string, entry: string): Pick<DomainPattern, 'wildcard' | 'suffix'> | RefusedEntry {
  const [leftmost = '', ...labels] = withAsciiDots(text).split('.');
  if (!text.includes('*')) return exactHost(text, entry);
  const right = labels.join('.').replace(/\.$/, '');
  if (right.includes('*')) return wildcardFault(entry, 'write the wildcard in the leftmost label only');
  const wildcard = leftmost.toLowerCase();
  if (wildcard === '*' && right === '') return { wildcard, suffix: '' };
  if (wildcard.includes('**') && wildcard !== '**') {
    return wildcardFault(entry, 'write "**" as the whole leftmost label, or a single "*" within it');
  }
  if (!/^[a-z0-9_*-]{1,63}$/.test(wildcard)) {
    return wildcardFault(entry, 'write letters, digits, "-" and "*" in the leftmost label');
  }
  if (right.split('.').filter((label) => label !== '').length < LEAST_FIXED_LABELS) {
    const hint = 'keep at least two labels to the right of the wildcard, or write "*" alone for any host';
    return refused('domain_too_broad', `${quote(entry)} covers a whole top-level domain`, hint);
  }
  const suffix = normalHost(right);
  if (suffix === undefined || isAddress(suffix)) return formFault(entry);
  return { wildcard, suffix };
}

function exactHost(text: string, entry: string): Pick<DomainPattern, 'wildcard' | 'suffix'> | RefusedEntry {
  const host = normalHost(text);
  if (host === undefined) return formFault(entry);
  // `127.1` and `0177.0.0.1` are addresses to some readers and names to others.
  if (isAddress(host) && !host.startsWith('[') && host !== withAsciiDots(text).replace(/\.$/, '')) {
    const message = `${quote(entry)} is an unusual form of an address`;
    const instead = host + entry.slice(text.length);
    return refused('domain_form', message, `write ${quote(instead)}`, { instead });
  }
  return { wildcard: null, suffix: host };
}

/** Nothing for a text that is no port. */
function portOf(text: string): number | undefined {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= HIGHEST_PORT ? port : undefined;
}

function wildcardFault(entry: string, hint: string): RefusedEntry {
  return refused('domain_wildcard', `the wildcard in ${quote(entry)} is out of place`, hint);
}

function formFault(entry: string): RefusedEntry {
  const hint = 'write labels of letters, digits and "-", with a dot between them';
  return refused('domain_form', `${quote(entry)} is not a host name`, hint);
}

/** An entry that stands for what was meant, where it is one. */
function ifSound(entry: string): ProblemDetails {
  return parseDomain(entry, { allowInsecure: false }).ok ? { instead: entry } : {};
}
