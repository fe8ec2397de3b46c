import type { AttuneTask } from '@packwright/schema/attune';
import { closest } from '@packwright/values';
import { isAtFault, type LocatedDocument } from '../structure/document.ts';
import { atKey, atValue, type Finding, replaceValue } from '../structure/finding.ts';
import type { Path } from '../structure/locator.ts';
import { byName, edgesOf, inCircles, taskLists } from './graph.ts';
import type { Component } from './pack.ts';
import { tasksOf } from './tasks.ts';

type Graph = Pick<Component<'workflow'>, 'document' | 'value'>;

/** Transitions that lead to no task of the same list. */
export function* unknownTasks({ document, value }: Graph): Generator<Finding> {
  for (const { tasks, path } of taskLists(value.tasks)) {
    const names = byName(tasks);
    // One whose name could not be read may be the one that is meant.
    if (tasks.some((_, index) => isAtFault(document, [...path, index, 'name']))) continue;
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

/** Tasks without what their type needs. */
export function* incompleteTasks({ document, value }: Graph): Generator<Finding> {
  for (const { task, path } of tasksOf(value)) yield* faultsOf(document, task, path);
}

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

/** Tasks that wait for something where no task may. */
export function* waitFaults({ document, value }: Graph): Generator<Finding> {
  for (const { tasks, path } of taskLists(value.tasks)) {
    const circling = inCircles(tasks);
    for (const [index, task] of tasks.entries()) {
      if ((task.wait_for ?? null) === null) continue;
      const { message, hint } = waitFault(task, path.length > 1, circling.has(index)) ?? {};
      if (message === undefined || hint === undefined) continue;
      yield atKey(document, [...path, index, 'wait_for'], {
        message: `the task "${task.name}" cannot wait: ${message}`,
        hint,
      });
    }
  }
}

function waitFault(
  { type = 'action', with_items, iterate_cache }: AttuneTask,
  isInside: boolean,
  isCircling: boolean,
): { message: string; hint: string } | undefined {
  if (type !== 'action') {
    return { message: 'it runs no action', hint: 'let a task of type `action` before it wait' };
  }
  if (isInside) return { message: 'it is inside a task', hint: 'let a task before the one around it wait' };
  if ((with_items ?? iterate_cache ?? null) !== null) {
    return { message: 'it runs many times', hint: 'let a task before it wait' };
  }
  return isCircling ? { message: 'it leads back to itself', hint: 'take it out of the circle' } : undefined;
}
