import { attuneComponentRefForm } from '@packwright/schema/attune/forms';
import { fitsOf } from '@packwright/schema/form';
import { atValue, related } from '../../structure/finding.ts';
import { allComponents, nounOf } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

const isComponentRef = fitsOf(attuneComponentRefForm);

/** Spec 2.1. */
export const att010: AttuneRule = {
  code: 'ATT010',
  name: 'ref-of-other-pack',
  severity: 'error',
  summary: 'A component belongs to another pack by its ref.',
  why: 'A pack may only bring components of its own, so the loader refuses the whole pack.',
  upstream: ['component.ref_pack_mismatch', 'policy.pack_ref_mismatch'],
  *check(pack) {
    if (pack.ref === '') return;
    for (const { kind, document, value, ref, isLegacy } of allComponents(pack)) {
      if (!isLegacy && ref !== '' && ref.includes('.') && !ref.startsWith(`${pack.ref}.`)) {
        const name = ref.slice(ref.indexOf('.') + 1);
        const own = `${pack.ref}.${name}`;
        yield atValue(document, ['ref'], {
          message: `the ${nounOf(kind)} "${ref}" does not belong to the pack "${pack.ref}"`,
          hint: isComponentRef(own) ? `write ${own}` : `begin with "${pack.ref}."`,
          related: [related(pack.manifest, ['ref'], 'the ref of the pack')],
        });
      }
      const owner: unknown = 'pack_ref' in value ? value.pack_ref : undefined;
      if (typeof owner !== 'string' || owner === '' || owner.trim() === pack.ref) continue;
      yield atValue(document, ['pack_ref'], {
        message: `\`pack_ref\` names "${owner}", and the pack is "${pack.ref}"`,
        hint: 'remove the key: it can only be this pack',
        related: [related(pack.manifest, ['ref'], 'the ref of the pack')],
      });
    }
  },
};
