import type { AttuneTask } from '@packwright/schema/attune';
import type { LocatedDocument } from '../../structure/document.ts';
import { atKey, atValue, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { AttuneRule } from '../rule.ts';
import { tasksOf } from '../tasks.ts';

/** Spec 4.7. */
export const att031: AttuneRule = {
  code: 'ATT031',
  name: 'task-incomplete',
  severity: 'error',
  summary: 'A task does not say what its type needs.',
  why: 'The graph cannot be read with it, so the workflow has none.',
  upstream: ['workflow.invalid_definition', 'action.invalid_workflow'],
  *check({ components }) {
    for (const { document, value } of components.workflow) {
      for (const { task, path } of tasksOf(value)) yield* faultsOf(document, task, path);
    }
  },
};

function* faultsOf(document: LocatedDocument<unknown>, task: AttuneTask, path: Path): Generator<Finding> {
  const { type = 'action', action, tasks, retry } = task;
  if (type === 'action' && (action === undefined || action === null)) {
    yield atKey(document, [...path, 'name'], {
      message: `the task "${task.name}" has no "action"`,
      hint: 'add the ref of the action it runs',
    });
  }
  if (type === 'parallel' && (!Array.isArray(tasks) || tasks.length === 0)) {
    yield atKey(document, [...path, 'type'], {
      message: `the parallel task "${task.name}" has no tasks inside`,
      hint: 'add `tasks`',
    });
  }
  const count: unknown = retry?.count;
  // Tasks inside tasks are not judged by the document.
  if (path.length > 2 && typeof count === 'number' && (count < 1 || count > 100)) {
    yield atValue(document, [...path, 'retry', 'count'], {
      message: `\`count\` is ${count}, not from 1 to 100`,
      hint: 'write 1 to 100',
    });
  }
}
