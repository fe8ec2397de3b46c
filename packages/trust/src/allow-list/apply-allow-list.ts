import type { AllowList, TrustFile } from '../trust-file.ts';
import { done, type Outcome, refused } from '../trust-problem.ts';
import { readAllowList } from './allow-list-file.ts';
import { carryOut } from './carry-out.ts';

/** Who may sign the first list, and for how long after its expiry a list still counts. */
export interface AllowListTerms {
  /** Public keys of the operator's settings. */
  readonly keys: readonly string[];
  readonly graceMs: number;
}

/**
 * Takes over a signed allow-list. One of the keys held so far has to have signed it, and every key that it adds as
 * well. A lower version, the same version with other content, and a list that has run out are refused, so that no old
 * list gives back what a newer one took. What it revokes stays revoked.
 */
export function applyAllowList(
  file: TrustFile,
  envelopeText: string,
  at: string,
  terms: AllowListTerms,
): Outcome<TrustFile> {
  const held = file.allowList && !file.allowList.reset ? file.allowList.list.keys : terms.keys;
  const read = readAllowList(envelopeText, held);
  if (!read.ok) return read;
  const { list, sha256, isSignedBy } = read.value;
  const unproven = list.keys.find((key) => !held.includes(key) && !isSignedBy(key));
  if (unproven !== undefined) {
    return refused(
      'list_key_unproven',
      `the new key "${unproven}" did not sign the allow-list`,
      'a new key comes with two signatures: one of a key held so far, and its own',
    );
  }
  const age = checkAge(file, list, { sha256, at, graceMs: terms.graceMs });
  if (age) return age;
  if (file.allowList?.sha256 === sha256 && !file.allowList.reset) return done(file);
  return done(carryOut({ ...file, allowList: { sha256, list } }, list, at));
}

interface Age {
  readonly sha256: string;
  readonly at: string;
  readonly graceMs: number;
}

function checkAge(
  file: TrustFile,
  list: AllowList,
  { sha256, at, graceMs }: Age,
): Outcome<never> | undefined {
  const current = file.allowList;
  if (current && list.version < current.list.version) {
    return refused(
      'list_lower',
      `allow-list ${list.version} is older than ${current.list.version}, which is in force`,
      'publish a list with a higher version; an old one would bring back what was revoked',
    );
  }
  if (current && list.version === current.list.version && sha256 !== current.sha256) {
    return refused(
      'list_changed',
      `allow-list ${list.version} says something else than the one in force`,
      'raise its version with every change',
    );
  }
  if (Date.parse(list.issued) > Date.parse(at)) {
    return refused(
      'list_early',
      `allow-list ${list.version} is issued on ${list.issued}`,
      'set the clock right',
    );
  }
  if (Date.parse(at) > Date.parse(list.expires) + graceMs) {
    return refused(
      'list_expired',
      `allow-list ${list.version} ran out on ${list.expires}`,
      'fetch the list that is in force now',
    );
  }
  return undefined;
}
