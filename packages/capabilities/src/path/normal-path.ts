import { toWellFormed } from '@packwright/values';

/** A path that means one thing to every server, cut into segments: `/a/` is `["a", ""]` (specs/evershell 3.6). */
export type NormalPath = readonly string[];

/** Longer paths are cut or refused by some servers and not by others. */
const LONGEST = 16_384;
const UNRESERVED = /[A-Za-z0-9._~-]/;
const PERCENT = /%([0-9A-Fa-f]{2})?/g;
/** What a path may hold beside `%`, by RFC 3986; everything else is encoded before it is compared. */
const OUTSIDE_OF_A_PATH = /[^A-Za-z0-9._~!$&'()*+,;=:@/%-]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\0-\x1f\x7f]/;
/** Some servers cut parameters off a segment before they look at its dots. */
const DOT_SEGMENT = /^\.{1,2}(?:;.*)?$/s;

/**
 * The path with encoded unreserved characters decoded and other encodings in capitals. Nothing is returned for a path
 * that servers read in different ways: encoded slashes, backslashes or NUL, empty segments, dot segments.
 */
export function normalPath(raw: string): NormalPath | undefined {
  if (!raw.startsWith('/') || raw.length > LONGEST) return undefined;
  if (raw.includes('\\') || CONTROL.test(raw)) return undefined;
  const text = normalEncoding(raw);
  if (text === undefined || /%(?:2F|5C|00)/.test(text)) return undefined;
  const segments = text.slice(1).split('/');
  if (segments.slice(0, -1).includes('') || segments.some((segment) => DOT_SEGMENT.test(segment)))
    return undefined;
  return segments;
}

/** One spelling of every encoding; nothing for a `%` without two hexadecimal digits. */
export function normalEncoding(text: string): string | undefined {
  let isWhole = true;
  const decoded = text.replace(PERCENT, (encoded, digits: string | undefined) => {
    if (digits === undefined) isWhole = false;
    const character = String.fromCharCode(Number.parseInt(digits ?? '00', 16));
    return UNRESERVED.test(character) ? character : encoded.toUpperCase();
  });
  return isWhole ? sendablePath(decoded) : undefined;
}

/** The path with what no path may hold in its encoded form; everything else stays as it is. */
export function sendablePath(path: string): string {
  return path.replace(OUTSIDE_OF_A_PATH, (text) => encodeURI(toWellFormed(text)));
}
