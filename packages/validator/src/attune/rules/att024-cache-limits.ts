import { isAtFault } from '../../structure/document.ts';
import { atValue, related } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

const DEFAULTS = { max_generation_bytes: 536_870_912, max_retained_bytes: 2_147_483_648 } as const;

const LIMITS = ['max_generation_bytes', 'max_retained_bytes'] as const;

/** Spec 1.9. */
export const att024: AttuneRule = {
  code: 'ATT024',
  name: 'cache-definition',
  severity: 'error',
  summary: 'A cache belongs to another pack, or keeps less than one generation may hold.',
  why: 'Caches are created before anything else of the pack, and one that is wrong refuses it.',
  upstream: ['cache.owner_mismatch', 'cache.invalid_owner', 'cache.invalid_definition'],
  *check({ ref, manifest, components }) {
    for (const { document, value } of components.cache) {
      const { owner_type: type, owner_ref: owner } = value;
      const isForeign = type === 'pack' ? owner !== ref : owner.includes('.') && !owner.startsWith(`${ref}.`);
      if (ref !== '' && owner !== '' && isForeign) {
        yield atValue(document, ['owner_ref'], {
          message: `the owner "${owner}" does not belong to the pack "${ref}"`,
          hint:
            type === 'pack'
              ? `write ${ref}`
              : `name ${type === 'action' ? 'an action' : 'a sensor'} of this pack`,
          related: [related(manifest, ['ref'], 'the ref of the pack')],
        });
      }
      const one = value.max_generation_bytes ?? DEFAULTS.max_generation_bytes;
      const all = value.max_retained_bytes ?? DEFAULTS.max_retained_bytes;
      if (all >= one || LIMITS.some((limit) => isAtFault(document, [limit]))) continue;
      const key = value.max_retained_bytes === undefined ? 'max_generation_bytes' : 'max_retained_bytes';
      yield atValue(document, [key], {
        message: `all generations may hold ${all} bytes, fewer than the ${one} of one`,
        hint: `write ${key === 'max_retained_bytes' ? `at least ${one}` : `at most ${all}`}`,
      });
    }
  },
};
