import { isIpv4 } from './ip-address.ts';

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const LONGEST = 253;
/** What UTS-46 reads as a full stop. */
const FULL_STOPS = /[\u3002\uff0e\uff61]/g;
const NEVER_IN_A_HOST = /[\0- \x7f%\\/?#@:[\]]/;

/** The text with the ASCII full stop for every character that UTS-46 reads as one. */
export function withAsciiDots(text: string): string {
  return text.replace(FULL_STOPS, '.');
}

/**
 * The one form of a host name or an address in which names are compared (specs/evershell 3.5): lower case, A-labels by
 * UTS-46, without the trailing dot; IPv6 in brackets. Nothing is returned for what is no host.
 */
export function normalHost(text: string): string | undefined {
  if (text.startsWith('[')) return normalIpv6(text);
  const name = withAsciiDots(text).replace(/\.$/, '');
  if (name === '' || NEVER_IN_A_HOST.test(name)) return undefined;
  const host = toAscii(name);
  if (host === undefined || host.length > LONGEST) return undefined;
  return isIpv4(host) || host.split('.').every((label) => LABEL.test(label)) ? host : undefined;
}

function normalIpv6(text: string): string | undefined {
  return /^\[[0-9a-fA-F:.]+\]$/.test(text) ? toAscii(text) : undefined;
}

/** The platform's own UTS-46, which browsers and Node both have in `URL`: non-transitional, as it is meant here. */
function toAscii(host: string): string | undefined {
  try {
    return new URL(`https://${host}/`).hostname;
  } catch {
    return undefined;
  }
}
