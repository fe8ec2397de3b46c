import { atKey } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.3. */
export const att020: AttuneRule = {
  code: 'ATT020',
  name: 'allowed-packs',
  severity: 'error',
  summary: '`reference_allowed_pack_refs` stands beside a visibility that is not `restricted`.',
  why: 'A list of packs means something for `restricted` only; elsewhere it looks like a limit and is none.',
  *check({ components }) {
    for (const { document, value } of [...components.action, ...components.trigger, ...components.queue]) {
      const { reference_allowed_pack_refs: allowed, reference_visibility: visibility } = value;
      if (allowed === undefined || String(visibility).trim().toLowerCase() === 'restricted') continue;
      if (allowed.length === 0) continue;
      yield atKey(document, ['reference_allowed_pack_refs'], {
        message: `a list of packs has no meaning for the visibility ${visibility === undefined ? '`public`' : `"${visibility}"`}`,
        hint: 'write `reference_visibility: restricted`, or remove the list',
      });
    }
  },
};
