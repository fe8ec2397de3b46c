import { incompleteTasks, unknownTasks, waitFaults } from '../graph-faults.ts';
import { missingTargets } from '../missing-targets.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 2.4. */
export const att105: AttuneRule = {
  code: 'ATT105',
  name: 'old-graph',
  severity: 'warning',
  summary: 'A graph in `workflows/` cannot be read, and is skipped, or names an action that is not there.',
  why: 'Files in the old place are read as a favour: what is wrong in them does not refuse the pack, and the workflow is not there.',
  upstream: ['workflow.invalid_legacy_definition'],
  *check(pack) {
    const { components, unread } = pack;
    const unreadable = unread.filter(({ isLegacy }) => isLegacy);
    const graphs = components.workflow.filter(({ isLegacy }) => isLegacy);
    for (const finding of missingTargets(pack, 'old-graphs')) {
      yield { ...finding, message: `${finding.message}, so the task fails when it is reached` };
    }
    const faults = [
      ...unreadable.flatMap(({ document }) => document.diagnostics),
      ...graphs.flatMap((graph) => [...unknownTasks(graph), ...incompleteTasks(graph), ...waitFaults(graph)]),
    ];
    for (const { file, span, message, hint, fix } of faults) {
      const rest = { ...(hint && { hint }), ...(fix && { fix }) };
      yield { file, span, message: `${message}, so this graph is skipped`, ...rest };
    }
  },
};
