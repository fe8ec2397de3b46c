import { atValue } from '../../structure/finding.ts';
import { reachable, taskLists } from '../graph.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att119: AttuneRule = {
  code: 'ATT119',
  name: 'task-unreachable',
  severity: 'warning',
  restsOn: ['tasks'],
  summary: 'No way leads to a task from those that start first.',
  why: 'Tasks to which nothing leads start first; one that is only led to from a circle never starts.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { tasks, path } of taskLists(value.tasks)) {
        const reached = reachable(tasks);
        for (const [index, { name }] of tasks.entries()) {
          // A second task of a name is the business of another rule.
          if (reached.has(index) || tasks.findIndex((task) => task.name === name) < index) continue;
          yield atValue(document, [...path, index, 'name'], {
            message: `the task "${name}" is never started`,
            hint: 'lead to it from a task outside the circle, or remove a transition that leads back',
          });
        }
      }
    }
  },
};
