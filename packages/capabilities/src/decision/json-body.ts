import { type ExactJson, ExactJsonError, parseExactJson } from '@packwright/values';
import type { Headers } from './headers.ts';

/** Most bytes of the body of a request that is looked at (specs/evershell 3.9). */
export const MOST_BODY_BYTES = 1024 * 1024;
/** Most bytes of the body of a response that a debit reads. */
export const MOST_RESPONSE_BYTES = 16 * 1024 * 1024;

const DEEPEST = 64;
const JSON_TYPE = /^\s*application\/(?:json|[a-z0-9!#$&^_.+-]+\+json)\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;

/**
 * A body as JSON; nothing when it is not JSON that every reader reads alike: another content type or encoding, bytes
 * that are not UTF-8, a key twice, deeper than 64 levels, or too large to look at.
 */
export function readJson(body: Uint8Array, headers: Headers, mostBytes: number): ExactJson | undefined {
  if (body.length === 0 || body.length > mostBytes || !saysJson(headers)) return undefined;
  try {
    // Without `ignoreBOM` a byte order mark would vanish here and reach the other side.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return parseExactJson(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (error instanceof ExactJsonError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function saysJson(headers: Headers): boolean {
  const [type = '', ...more] = headers.get('content-type') ?? [];
  if (more.length > 0 || !JSON_TYPE.test(type)) return false;
  const charset = CHARSET.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  const encodings = headers.get('content-encoding') ?? [];
  return (
    ['utf-8', 'utf8'].includes(charset) && encodings.every((each) => each.trim().toLowerCase() === 'identity')
  );
}
