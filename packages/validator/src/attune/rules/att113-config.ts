import { parameterFindings } from '../parameter-finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.2. */
export const att113: AttuneRule = {
  code: 'ATT113',
  name: 'config',
  severity: 'warning',
  restsOn: ['config', 'conf_schema', 'config_schema'],
  summary: 'The configuration of a pack does not fit its own schema.',
  why: 'It is what people start from, and would be refused when they save it.',
  *check({ manifest }) {
    const { config, conf_schema, config_schema } = manifest.value;
    const schema = conf_schema ?? config_schema;
    if (config === undefined || schema === undefined) return;
    // Only what differs from the defaults of the schema need be said.
    const noun = 'setting of `conf_schema`';
    yield* parameterFindings({
      document: manifest,
      path: ['config'],
      sent: config,
      schema,
      noun,
      isPartial: true,
    });
  },
};
