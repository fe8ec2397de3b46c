import { atKey } from '../../structure/finding.ts';
import { nounOf } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';
import { tasksOf } from '../tasks.ts';

/** Spec 1.3, 1.11. */
export const att019: AttuneRule = {
  code: 'ATT019',
  name: 'environment',
  severity: 'error',
  summary: 'A document sets environment variables that it may not set.',
  why: 'Variables belong to runtimes, and those that start with `ATTUNE_` to the platform; anything else refuses the pack.',
  *check({ components, profile }) {
    if (profile === 'seed') return;
    const { action, rule, queue, workflow, runtime } = components;
    for (const { kind, document, value } of [...action, ...rule, ...queue, ...workflow]) {
      if (!Object.hasOwn(value, 'env_vars')) continue;
      yield atKey(document, ['env_vars'], {
        message: `${nounOf(kind) === 'action' ? 'an action' : `a ${nounOf(kind)}`} sets no environment`,
        hint: 'hand the values over as parameters, or set them in a runtime',
      });
    }
    for (const { document, value } of workflow) {
      for (const { task, path } of tasksOf(value)) {
        if (!Object.hasOwn(task, 'env_vars')) continue;
        yield atKey(document, [...path, 'env_vars'], {
          message: 'a task sets no environment',
          hint: 'hand the values over as `input`',
        });
      }
    }
    for (const { document, value } of runtime) {
      for (const name of Object.keys(value.execution_config?.env_vars ?? {})) {
        if (!name.startsWith('ATTUNE_')) continue;
        yield atKey(document, ['execution_config', 'env_vars', name], {
          message: `the name "${name}" is kept for the platform`,
          hint: 'begin it with something else',
        });
      }
    }
  },
};
