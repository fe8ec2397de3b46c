import { closest } from '@packwright/values';
import { atValue, replaceValue } from '../../structure/finding.ts';
import { byName, edgesOf, taskLists } from '../graph.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att030: AttuneRule = {
  code: 'ATT030',
  name: 'unknown-task',
  severity: 'error',
  summary: 'A transition leads to a task that is not there.',
  why: 'The graph cannot be read with it, so the workflow has none.',
  upstream: ['workflow.invalid_definition', 'action.invalid_workflow'],
  *check({ components }) {
    for (const { document, value } of components.workflow) {
      for (const { tasks, path } of taskLists(value.tasks)) {
        const names = byName(tasks);
        for (const [index, task] of tasks.entries()) {
          for (const edge of edgesOf(task)) {
            if (names.has(edge.target)) continue;
            const at = [...path, index, ...edge.path];
            const meant = closest(edge.target, names.keys());
            yield atValue(document, at, {
              message: `there is no task "${edge.target}" beside this one`,
              hint: meant ? `did you mean "${meant}"?` : 'name a task of the same list',
              ...(meant ? { fix: replaceValue(document, at, meant, `replace with ${meant}`) } : {}),
            });
          }
        }
      }
    }
  },
};
