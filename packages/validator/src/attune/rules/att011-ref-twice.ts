import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import { nounOf } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 2.2. */
export const att011: AttuneRule = {
  code: 'ATT011',
  name: 'ref-twice',
  severity: 'error',
  summary: 'Two components of one kind have the same ref.',
  why: 'A ref names one component. Older loaders keep the last file and drop the other without a word.',
  upstream: ['component.duplicate_ref'],
  *check({ components }) {
    for (const some of Object.values(components)) {
      for (const { index, first, value } of repeats(some.map(({ ref }) => ref))) {
        const [again, before] = [some[index], some[first]];
        if (!again || !before) continue;
        yield atValue(again.document, ['ref'], {
          message: `the ref "${value}" is taken by another ${nounOf(again.kind)} of this pack`,
          hint: `give each ${nounOf(again.kind)} a ref of its own`,
          related: [related(before.document, ['ref'], 'first used here')],
        });
      }
    }
  },
};
