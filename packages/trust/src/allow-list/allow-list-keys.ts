import { emptyTrustFile } from '../empty-trust-file.ts';
import type { Act } from '../transition/step.ts';
import type { TrustFile } from '../trust-file.ts';
import { done, type Outcome, refused } from '../trust-problem.ts';
import { readAllowList } from './allow-list-file.ts';
import { applyAllowList } from './apply-allow-list.ts';

/**
 * Forgets the keys of the allow-list in force, because they are lost or stolen: the next list is held to the keys of
 * the settings, as the first one was. What the list gave and took stays, and so does its version, so that no older list
 * counts again.
 */
export function resetAllowListKeys(file: TrustFile, { by, at, reason }: Act): Outcome<TrustFile> {
  const { allowList } = file;
  if (!allowList) {
    return refused(
      'list_missing',
      'no allow-list is in force',
      'take one over with `packwright trust --list FILE`',
    );
  }
  if (reason === '') {
    return refused('reason_missing', 'keys are reset for a reason only', 'say why; the reason is kept');
  }
  return done({ ...file, allowList: { ...allowList, reset: { by, at, reason } } });
}

/** Whether hosts that hold one signed list will take another one after it; judged for the moment in which it is issued. */
export function checkSuccessor(previousText: string, text: string): Outcome<null> {
  const [previous, next] = [readAllowList(previousText), readAllowList(text)];
  if (!previous.ok) return previous;
  if (!next.ok) return next;
  const { list, sha256 } = previous.value;
  const host = { ...emptyTrustFile, allowList: { list, sha256 } };
  const taken = applyAllowList(host, text, next.value.list.issued, { keys: [], graceMs: 0 });
  return taken.ok ? done(null) : taken;
}
