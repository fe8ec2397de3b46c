import { qualified } from '../pack.ts';
import { parameterFindings } from '../parameter-finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.6. */
export const att114: AttuneRule = {
  code: 'ATT114',
  name: 'trigger-params',
  severity: 'warning',
  restsOn: ['trigger_ref'],
  summary: 'The parameters that a rule sets do not fit its trigger.',
  why: 'The sensor gets what it does not expect, and the rule never fires or fires wrongly.',
  *check({ ref, components, profile }) {
    for (const { document, value } of components.rule) {
      const wanted = qualified(value.trigger_ref.trim(), ref);
      const trigger = components.trigger.find((component) => component.ref === wanted);
      if (!trigger) continue;
      const schema = profile === 'seed' ? trigger.value.parameters_schema : trigger.value.parameters;
      if (schema === undefined) continue;
      yield* parameterFindings({
        document,
        path: ['trigger_params'],
        sent: value.trigger_params,
        schema,
        noun: 'parameter of the trigger',
      });
    }
  },
};
