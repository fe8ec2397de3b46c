import type { AttuneTask, AttuneWorkflowDocument } from '@packwright/schema/attune';
import type { Path } from '../structure/locator.ts';
import { isTask } from './graph.ts';

/** A task of a graph, with its place in the document. */
export interface PlacedTask {
  readonly task: AttuneTask;
  readonly path: Path;
}

/** Every task of a graph, those inside others behind the one around them. */
export function* tasksOf({ tasks }: AttuneWorkflowDocument): Generator<PlacedTask> {
  yield* placed(tasks, ['tasks']);
}

function* placed(tasks: unknown, path: Path): Generator<PlacedTask> {
  if (!Array.isArray(tasks)) return;
  for (const [index, task] of tasks.entries()) {
    if (!isTask(task)) continue;
    const at = [...path, index];
    yield { task, path: at };
    yield* placed(task.tasks, [...at, 'tasks']);
  }
}
