import { unknownTasks } from '../graph-faults.ts';
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
    for (const graph of components.workflow) if (!graph.isLegacy) yield* unknownTasks(graph);
  },
};
