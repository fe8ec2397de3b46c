import { isSamePack, packName } from '../find-entry.ts';
import { revokedEntry, withRetired, withRevoked } from '../transition/decide.ts';
import { withStep } from '../transition/step.ts';
import type { AllowList, TrustEntry, TrustFile } from '../trust-file.ts';

/**
 * Takes from every version that the host knows what a list takes. What it gives is taken up when the bytes are next
 * seen, because only then is it known which of their actions need a rating.
 */
export function carryOut(file: TrustFile, list: AllowList, at: string): TrustFile {
  const by = `allow-list ${list.version}`;
  let next = file;
  for (const { digest, reason } of list.revoked) next = withRevoked(next, [digest], reason);
  for (const entry of file.packs) next = revised(next, entry, list, { by, at });
  return next;
}

interface Author {
  readonly by: string;
  readonly at: string;
}

function revised(file: TrustFile, entry: TrustEntry, list: AllowList, author: Author): TrustFile {
  const { pack, trusted } = entry;
  const reason = list.revoked.find(({ digest }) => digest === trusted)?.reason;
  if (reason !== undefined) {
    if (entry.state === 'revoked') return file;
    const step = { ...author, reason, digest: trusted, event: 'revoked' } as const;
    return withStep(file, entry, revokedEntry(entry), step);
  }
  const allowed = list.packs.find((each) => isSamePack(each.pack, pack));
  if (allowed?.retired != null) {
    if (entry.state === 'retired' || entry.state === 'revoked') return file;
    return withRetired(file, entry, { ...author, reason: allowed.retired });
  }
  if (entry.byList && entry.state === 'trusted' && allowed?.digest !== trusted) {
    const step = {
      ...author,
      digest: trusted,
      event: 'withdrawn',
      reason: `the list no longer names these bytes of ${packName(pack)}`,
    } as const;
    const change = { state: 'pending', trusted: null, parked: trusted, byList: false, ratings: {} } as const;
    return withStep(file, entry, change, step);
  }
  return file;
}
