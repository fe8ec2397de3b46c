import type { AttuneTask, AttuneWorkflowDocument } from '@packwright/schema/attune';
import type { Path } from '../structure/locator.ts';

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
    if (typeof task !== 'object' || task === null || Array.isArray(task)) continue;
    const at = [...path, index];
    yield { task: task as AttuneTask, path: at };
    yield* placed((task as AttuneTask).tasks, [...at, 'tasks']);
  }
}
