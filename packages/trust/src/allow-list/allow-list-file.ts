import { misfitOf, type ValuePath } from '@packwright/schema/form';
import { parseJsonText, sha256Hex } from '@packwright/values';
import { allowListForm } from '../forms.ts';
import { countersign, openEnvelope, sealEnvelope } from '../signature/envelope.ts';
import type { AllowList } from '../trust-file.ts';
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
  const list = parseJsonText(envelope.payload);
  const misfit = misfitOf(allowListForm, list);
  if (misfit) return malformed(misfit, 'have it mended and signed again');
  const sha256 = sha256Hex(new TextEncoder().encode(envelope.payload));
  return done({ list: list as AllowList, sha256, isSignedBy: envelope.isSignedBy });
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
  const draft = parseJsonText(text);
  const misfit = misfitOf(allowListForm, draft);
  if (misfit) return malformed(misfit, '`packwright allowlist draft` shows how one looks');
  const list = draft as AllowList;
  const { issued, expires } = list;
  if (Date.parse(expires) <= Date.parse(issued)) {
    return refused(
      'list_expired',
      `the list runs out on ${expires}, before it is issued`,
      'give it a later end',
    );
  }
  return done(signAllowList(list, secretKeys));
}

function malformed(misfit: ValuePath, hint: string) {
  const where = misfit.length === 0 ? 'is no allow-list' : `is at fault at "${misfit.join('.')}"`;
  return refused('list_malformed', `the allow-list ${where}`, hint);
}
