import { atValue } from '../../structure/finding.ts';
import { inbound, taskLists } from '../graph.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att121: AttuneRule = {
  code: 'ATT121',
  name: 'join',
  severity: 'warning',
  restsOn: ['tasks'],
  summary: 'A task waits for more tasks than lead to it.',
  why: 'It never starts, and the workflow never ends.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { tasks, path } of taskLists(value.tasks)) {
        const into = inbound(tasks);
        for (const [index, { name, join }] of tasks.entries()) {
          const count = into[index]?.size ?? 0;
          if (typeof join !== 'number' || join <= count) continue;
          const leading = count === 1 ? '1 task leads' : `${count} tasks lead`;
          yield atValue(document, [...path, index, 'join'], {
            message: `"${name}" waits for ${join} tasks, and ${leading} to it`,
            hint: count > 1 ? `write ${count} at most` : 'remove the key',
          });
        }
      }
    }
  },
};
