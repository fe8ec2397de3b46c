import { sha256Hex } from '@packwright/values';
import { parseJsonText } from '../json-text.ts';
import { countersign, openEnvelope, sealEnvelope } from '../signature/envelope.ts';
import { AllowList } from '../trust-file.ts';
import { done, type Outcome, refused } from '../trust-problem.ts';

const TYPE = 'application/vnd.packwright.allow-list.v1+json';

/** A signed allow-list as it was read; nothing is said of who signed it until asked. */
export interface SignedAllowList {
  readonly list: AllowList;
  /** SHA-256 of what is signed. */
  readonly sha256: string;
  isSignedBy(publicKey: string): boolean;
}

/** Signs an allow-list with every key; undefined where one of them is no secret key. */
export const signAllowList = (list: AllowList, secretKeys: readonly string[]): string | undefined =>
  sealEnvelope(TYPE, JSON.stringify(list), secretKeys);

/** Reads a signed allow-list. With `held`, one of these keys has to have signed it, before anything in it is read. */
export function readAllowList(text: string, held?: readonly string[]): Outcome<SignedAllowList> {
  const envelope = openEnvelope(text, TYPE);
  if (!envelope) return refused('list_malformed', 'the file is no signed allow-list', 'fetch it again');
  if (held && !held.some((key) => envelope.isSignedBy(key))) {
    return refused('list_unsigned', 'no key that is held signed the allow-list', 'ask whoever publishes it');
  }
  const parsed = AllowList.safeParse(parseJsonText(envelope.payload));
  if (!parsed.success) return malformed(parsed.error, 'have it mended and signed again');
  const sha256 = sha256Hex(new TextEncoder().encode(envelope.payload));
  return done({ list: parsed.data, sha256, isSignedBy: envelope.isSignedBy });
}

/**
 * Signs a draft, which is the list as JSON, or adds signatures to a signed list, whose content stays as it is. Refused
 * for text that is neither, for a draft that has run out before it begins, and for a key that is none.
 */
export function cosignAllowList(text: string, secretKeys: readonly string[]): Outcome<string> {
  const signed = openEnvelope(text, TYPE) ? readAllowList(text) : undefined;
  if (signed && !signed.ok) return signed;
  const sealed = signed ? done(countersign(text, secretKeys)) : sealedDraft(text, secretKeys);
  if (!sealed.ok) return sealed;
  if (sealed.value !== undefined) return done(sealed.value);
  return refused(
    'key_malformed',
    'one of the keys is no secret key',
    '`packwright sign --new-key` makes one',
  );
}

function sealedDraft(text: string, secretKeys: readonly string[]): Outcome<string | undefined> {
  const draft = AllowList.safeParse(parseJsonText(text));
  if (!draft.success) return malformed(draft.error, '`packwright allowlist draft` shows how one looks');
  const { issued, expires } = draft.data;
  if (Date.parse(expires) <= Date.parse(issued)) {
    return refused(
      'list_expired',
      `the list runs out on ${expires}, before it is issued`,
      'give it a later end',
    );
  }
  return done(signAllowList(draft.data, secretKeys));
}

function malformed(
  { issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] },
  hint: string,
) {
  const place = issues[0]?.path.join('.') ?? '';
  const where = place === '' ? 'is no allow-list' : `is at fault at "${place}"`;
  return refused('list_malformed', `the allow-list ${where}`, hint);
}
