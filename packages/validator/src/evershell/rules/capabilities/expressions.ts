import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** CEL expressions. */
export const expressionsRules: readonly CapabilityRule[] = [
  capabilityRule('EVS241', 'expression_syntax', 'error', {
    name: 'expression-syntax',
    summary: 'An expression is not CEL.',
    why: 'It is compiled when the pack is uploaded.',
  }),
  capabilityRule('EVS242', 'expression_unknown', 'error', {
    name: 'expression-unknown',
    summary: 'An expression names something that is not there.',
    why: 'Names are checked when the pack is uploaded, so that a slip cannot refuse every request later.',
  }),
  capabilityRule('EVS243', 'expression_type', 'error', {
    name: 'expression-type',
    summary:
      'An expression combines values that do not go together, or gives a value of another type than its place takes.',
    why: 'Evaluated, it would fail for every request.',
  }),
  capabilityRule('EVS244', 'expression_function', 'error', {
    name: 'expression-function',
    summary: 'An expression calls a function that is not there.',
    why: 'Only the functions of CEL are there, and none that an implementation adds.',
  }),
  capabilityRule('EVS245', 'expression_limit', 'error', {
    name: 'expression-limit',
    summary: 'An expression is longer than 2 KiB, or nests loops deeper than two.',
    why: 'It is evaluated for every request, within a bound on its cost.',
  }),
  capabilityRule('EVS246', 'expression_forbidden_identifier', 'error', {
    name: 'expression-forbidden',
    summary: 'An expression reads what its place may not read.',
    why: 'A cost that is known before the response cannot depend on it, and credentials are never visible.',
  }),
  capabilityRule('EVS247', 'when_forbidden_identifier', 'error', {
    name: 'when-forbidden',
    summary: 'A predicate reads secrets, credentials or the response.',
    why: 'A predicate decides before any of them is there.',
  }),
  capabilityRule('EVS248', 'when_not_boolean', 'error', {
    name: 'when-not-boolean',
    summary: 'A predicate does not give true or false.',
    why: 'Anything else counts as false, so the rule would never admit.',
  }),
  capabilityRule('EVS249', 'pattern_form', 'error', {
    name: 'pattern-form',
    summary: 'A pattern is not RE2.',
    why: 'Other engines take exponential time on some texts; lookaround and back references are not there.',
  }),
  capabilityRule('EVS250', 'secret_dynamic', 'error', {
    name: 'secret-dynamic',
    summary: 'A secret is named by an expression.',
    why: 'Which secrets a pack needs has to be known before it is attached.',
  }),
];
