import { type ExactJson, ExactJsonError, parseExactJson } from '@packwright/values';
import { quote } from '../quote.ts';
import type { Headers } from './headers.ts';

/** Most bytes of the body of a request that is looked at (specs/evershell 3.9). */
export const MOST_BODY_BYTES = 1024 * 1024;
/** Most bytes of the body of a response that a debit reads. */
export const MOST_RESPONSE_BYTES = 16 * 1024 * 1024;

const DEEPEST = 64;
const JSON_TYPE = /^\s*(?:application\/json|[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+\+json)\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;

/** A body as JSON, or why it is none. */
export type JsonBody =
  | { readonly ok: true; readonly json: ExactJson }
  | { readonly ok: false; readonly why: string };

/**
 * Reads a body that every reader reads alike. What is refused: another content type, any content encoding (readers
 * differ in what they take for its end), bytes that are not UTF-8, a key twice, more than 64 levels, or too many bytes.
 */
export function readJson(body: Uint8Array, headers: Headers, mostBytes: number): JsonBody {
  const why = faultOf(body, headers, mostBytes);
  if (why !== undefined) return { ok: false, why };
  try {
    // Without `ignoreBOM` a byte order mark would vanish here and reach the other side.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return { ok: true, json: parseExactJson(text, { maxDepth: DEEPEST }) };
  } catch (error) {
    if (error instanceof ExactJsonError) return { ok: false, why: `${error.message}, at ${error.offset}` };
    if (error instanceof TypeError) return { ok: false, why: 'it is not UTF-8' };
    throw error;
  }
}

/** What headers and size alone say against a body. */
function faultOf(body: Uint8Array, headers: Headers, mostBytes: number): string | undefined {
  if (body.length === 0) return 'there is none';
  if (body.length > mostBytes) return `it has more than ${mostBytes / 1024 / 1024} MiB`;
  const [type, ...more] = headers.get('content-type') ?? [];
  if (type === undefined) return 'it has no content type';
  if (more.length > 0) return 'it has several content types';
  if (!JSON_TYPE.test(type)) return `its content type is ${quote(type)}`;
  const charset = CHARSET.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8'].includes(charset)) return `its charset is ${quote(charset)}`;
  const encodings = headers.get('content-encoding') ?? [];
  const encoding = encodings.find((each) => each.trim().toLowerCase() !== 'identity');
  return encoding === undefined ? undefined : `it is sent with the encoding ${quote(encoding)}`;
}
