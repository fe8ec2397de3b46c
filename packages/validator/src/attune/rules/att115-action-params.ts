import { qualified } from '../pack.ts';
import { parameterFindings } from '../parameter-finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.3. */
export const att115: AttuneRule = {
  code: 'ATT115',
  name: 'action-params',
  severity: 'warning',
  restsOn: ['action_ref', 'dispatch_action'],
  summary: 'The parameters that a rule or a queue sends do not fit the action.',
  why: 'The platform refuses the run, so the rule fires and nothing happens.',
  *check({ ref, components }) {
    for (const { document, value } of [...components.rule, ...components.queue]) {
      const target = 'action_ref' in value ? value.action_ref : value.dispatch_action;
      const isRule = 'action_ref' in value;
      const wanted = qualified(String(target).trim(), ref);
      const action = components.action.find((component) => component.ref === wanted);
      const schema = action?.value.parameters;
      if (schema === undefined) continue;
      yield* parameterFindings({
        document,
        path: ['action_params'],
        sent: value.action_params,
        schema,
        noun: 'parameter of the action',
        // A queue adds the items by itself.
        isPartial: !isRule,
      });
    }
  },
};
