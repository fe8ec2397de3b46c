import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.2. */
export const emi046: EmisarRule = {
  code: 'EMI046',
  name: 'action-id-twice',
  severity: 'error',
  summary: 'Two entries of `actions` lead to one action id.',
  why: 'An id names one action across everything a runner loads.',
  upstream: ['S6'],
  *check({ manifest, actions }) {
    for (const { index, first, value } of repeats(actions.map(({ action }) => action.id))) {
      const [again, before] = [actions[index], actions[first]];
      if (!again || !before) continue;
      if (again.document === before.document) {
        yield atValue(manifest, ['actions', again.index], {
          message: `the action file "${manifest.value.actions[again.index]}" is listed twice`,
          hint: 'remove one of the two entries',
          related: [related(manifest, ['actions', before.index], 'first listed here')],
        });
        continue;
      }
      yield atValue(again.document, ['id'], {
        message: `the id "${value}" is taken by another action of this pack`,
        hint: 'give each action an id of its own',
        related: [related(before.document, ['id'], 'first used here')],
      });
    }
  },
};
