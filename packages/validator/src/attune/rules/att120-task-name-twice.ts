import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import { taskLists } from '../graph.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att120: AttuneRule = {
  code: 'ATT120',
  name: 'task-name-twice',
  severity: 'warning',
  restsOn: ['tasks'],
  summary: 'Two tasks of one list have the same name.',
  why: 'The parser takes both, and results, transitions and joins of the two are mixed up.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { tasks, path } of taskLists(value.tasks)) {
        for (const { index, first, value: name } of repeats(tasks.map((task) => task.name))) {
          yield atValue(document, [...path, index, 'name'], {
            message: `the name "${name}" is taken by another task`,
            hint: 'give each task a name of its own',
            related: [related(document, [...path, first, 'name'], 'first used here')],
          });
        }
      }
    }
  },
};
