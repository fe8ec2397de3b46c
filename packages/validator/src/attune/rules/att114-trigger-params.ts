import { checkParameters } from '../dialect/index.ts';
import { qualified } from '../pack.ts';
import { parameterFinding } from '../parameter-finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.6. */
export const att114: AttuneRule = {
  code: 'ATT114',
  name: 'trigger-params',
  severity: 'warning',
  summary: 'The parameters that a rule sets do not fit its trigger.',
  why: 'The sensor gets what it does not expect, and the rule never fires or fires wrongly.',
  *check({ ref, components, profile }) {
    for (const { document, value } of components.rule) {
      const wanted = qualified(value.trigger_ref.trim(), ref);
      const trigger = components.trigger.find((component) => component.ref === wanted);
      if (!trigger) continue;
      const schema = profile === 'seed' ? trigger.value.parameters_schema : trigger.value.parameters;
      if (schema === undefined) continue;
      const path = value.trigger_params === undefined ? ['trigger_ref'] : ['trigger_params'];
      for (const problem of checkParameters(schema, value.trigger_params ?? {})) {
        yield parameterFinding(document, path, problem, 'parameter of the trigger');
      }
    }
  },
};
