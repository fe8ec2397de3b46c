import { waitFaults } from '../graph-faults.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7; the places are those of A@126b167. */
export const att032: AttuneRule = {
  code: 'ATT032',
  name: 'wait-for',
  severity: 'error',
  summary: 'A task waits where the platform lets none wait.',
  why: 'Only a task that runs one action once can wait; the graph cannot be read with another, so the workflow has none.',
  upstream: ['workflow.invalid_definition', 'action.invalid_workflow'],
  *check({ components }) {
    for (const graph of components.workflow) if (!graph.isLegacy) yield* waitFaults(graph);
  },
};
