import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** JSON Schemas for request bodies. */
export const bodySchemasRules: readonly CapabilityRule[] = [
  capabilityRule('EVS251', 'body_schema_method', 'error', {
    name: 'body-schema-method',
    summary: 'A rule that admits only methods without a body has a schema for it.',
    why: 'The schema would refuse every request, or check nothing.',
  }),
  capabilityRule('EVS252', 'body_schema_keyword', 'error', {
    name: 'body-schema-keyword',
    summary: 'A body schema uses a keyword that is not supported.',
    why: 'A keyword that is passed over looks like a limit that is in force.',
  }),
  capabilityRule('EVS253', 'body_schema_value', 'error', {
    name: 'body-schema-value',
    summary: 'A keyword of a body schema has a value that it cannot have.',
    why: 'The schema could not be compiled.',
  }),
  capabilityRule('EVS254', 'body_schema_reference', 'error', {
    name: 'body-schema-reference',
    summary: 'A body schema refers to something outside itself, or to nothing.',
    why: 'Nothing is fetched, and a schema that cannot be resolved checks nothing.',
  }),
  capabilityRule('EVS255', 'body_schema_unknown_keyword', 'warning', {
    restsOn: [],
    name: 'body-schema-unknown',
    summary: 'A body schema has a keyword that JSON Schema does not know.',
    why: 'It checks nothing, whatever its name promises.',
  }),
];
