import { qualified } from '../pack.ts';
import { parameterFindings } from '../parameter-finding.ts';
import type { AttuneRule } from '../rule.ts';
import { tasksOf } from '../tasks.ts';

/** Spec 4.7. */
export const att116: AttuneRule = {
  code: 'ATT116',
  name: 'task-input',
  severity: 'warning',
  restsOn: [],
  summary: 'The input of a task does not fit the action it runs.',
  why: 'The platform refuses the run when the task is reached, with the ones before it done already.',
  *check({ ref, components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { task, path } of tasksOf(value)) {
        const { action: target, input } = task;
        // Without an input the parameters of the workflow are handed on.
        if (typeof target !== 'string' || !input || Object.keys(input).length === 0) continue;
        const action = components.action.find((component) => component.ref === qualified(target.trim(), ref));
        const schema = action?.value.parameters;
        if (schema === undefined) continue;
        yield* parameterFindings({
          document,
          path: [...path, 'input'],
          sent: input,
          schema,
          noun: 'parameter of the action',
        });
      }
    }
  },
};
