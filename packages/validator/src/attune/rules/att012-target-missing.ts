import { closest } from '@packwright/values';
import { atValue, replaceValue } from '../../structure/finding.ts';
import { type AttunePackFiles, nounOf } from '../pack.ts';
import { referencesOf } from '../references.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 2.4. */
export const att012: AttuneRule = {
  code: 'ATT012',
  name: 'target-missing',
  severity: 'error',
  summary: 'A reference into the pack itself names nothing that is there.',
  why: 'A rule, policy or queue without its target is skipped, a sensor fires nothing, and a task fails when it is reached.',
  upstream: ['reference.missing_local_target'],
  *check(pack) {
    if (pack.ref === '') return;
    for (const { document, path, kind, ref } of referencesOf(pack)) {
      if (!ref.startsWith(`${pack.ref}.`) || mayExist(pack, kind)) continue;
      const known = pack.components[kind].map((component) => component.ref);
      if (known.includes(ref)) continue;
      const meant = closest(ref, known);
      yield atValue(document, path, {
        message: `the pack has no ${nounOf(kind)} "${ref}"`,
        hint: meant ? `did you mean "${meant}"?` : `add the ${nounOf(kind)}, or name another`,
        ...(meant ? { fix: replaceValue(document, path, meant, `replace with ${meant}`) } : {}),
      });
    }
  },
};

/** Whether one of the kind could not be read, or not its ref, so that it may be the one. */
function mayExist(
  { components, unread }: AttunePackFiles,
  kind: keyof AttunePackFiles['components'],
): boolean {
  return unread.some((file) => file.kind === kind) || components[kind].some(({ ref }) => !ref.includes('.'));
}
