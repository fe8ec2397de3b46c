import { atKey, atValue } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

const OWNERS = ['pack', 'action', 'sensor'];

/** Spec 2.5. */
export const att025: AttuneRule = {
  code: 'ATT025',
  name: 'cache-grant',
  severity: 'error',
  summary: 'A grant on caches names owners without saying what they are.',
  why: 'Owners of different kinds share no names, so such a grant could match what it was not meant for.',
  upstream: ['permission_set.invalid_cache_grant'],
  *check({ components }) {
    for (const { document, value } of components['permission-set']) {
      for (const [index, { resource, constraints }] of value.grants.entries()) {
        if (resource !== 'caches' || !constraints) continue;
        const at = ['grants', index, 'constraints'];
        const { owner_types: types, owner_refs: refs } = constraints;
        if (types?.length === 0) {
          yield atValue(document, [...at, 'owner_types'], {
            message: '`owner_types` is empty',
            hint: 'name a kind of owner, or remove the key',
          });
        }
        if (!refs) continue;
        if (refs.length === 0 || refs.some((ref) => ref.trim() === '')) {
          yield atValue(document, [...at, 'owner_refs'], {
            message: '`owner_refs` names nothing',
            hint: 'name an owner, or remove the key',
          });
        } else if (types?.length !== 1 || !OWNERS.includes(types[0] as string)) {
          yield atKey(document, [...at, 'owner_refs'], {
            message: '`owner_refs` needs one kind of owner beside it',
            hint: `write owner_types with one of: ${OWNERS.join(', ')}`,
          });
        }
      }
    }
  },
};
