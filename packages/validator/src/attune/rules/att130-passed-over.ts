import { atKey } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';
import { tasksOf } from '../tasks.ts';

/** The older ways to say what follows a task. */
const OLDER = ['on_success', 'on_failure', 'on_complete', 'on_timeout', 'decision', 'publish'] as const;

/** Spec 4.7. */
export const att130: AttuneRule = {
  code: 'ATT130',
  name: 'passed-over',
  severity: 'warning',
  restsOn: [],
  summary: 'A key of a task is read and then passed over.',
  why: 'Whoever reads the graph takes it for a condition or a way on, and the workflow goes another.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { task, path } of tasksOf(value)) {
        if (typeof task.when === 'string' && task.when.trim() !== '') {
          yield atKey(document, [...path, 'when'], {
            message: `the condition of the task "${task.name}" is not evaluated`,
            hint: 'put it on the transitions that lead here',
          });
        }
        if (!Array.isArray(task.next) || task.next.length === 0) continue;
        for (const key of OLDER) {
          if (!Object.hasOwn(task, key)) continue;
          yield atKey(document, [...path, key], {
            message: `\`${key}\` is passed over, since the task has \`next\``,
            hint: 'write it as an entry of `next`',
          });
        }
      }
    }
  },
};
