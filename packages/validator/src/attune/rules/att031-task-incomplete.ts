import { incompleteTasks } from '../graph-faults.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att031: AttuneRule = {
  code: 'ATT031',
  name: 'task-incomplete',
  severity: 'error',
  summary: 'A task does not say what its type needs.',
  why: 'The graph cannot be read with it, so the workflow has none.',
  upstream: ['workflow.invalid_definition', 'action.invalid_workflow'],
  *check({ components }) {
    for (const graph of components.workflow) if (!graph.isLegacy) yield* incompleteTasks(graph);
  },
};
