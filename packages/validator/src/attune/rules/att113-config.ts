import { checkParameters } from '../dialect/index.ts';
import { parameterFinding } from '../parameter-finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.2. */
export const att113: AttuneRule = {
  code: 'ATT113',
  name: 'config',
  severity: 'warning',
  summary: 'The configuration of a pack does not fit its own schema.',
  why: 'It is what people start from, and would be refused when they save it.',
  *check({ manifest }) {
    const { config, conf_schema, config_schema } = manifest.value;
    const schema = conf_schema ?? config_schema;
    if (config === undefined || schema === undefined) return;
    for (const problem of checkParameters(schema, config)) {
      // Defaults are given by the schema, so not all has to be said.
      if (problem.kind !== 'missing') yield parameterFinding(manifest, ['config'], problem, 'setting');
    }
  },
};
