import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** Names of capabilities, and of what is in them. */
export const namesRules: readonly CapabilityRule[] = [
  capabilityRule('EVS201', 'name_duplicate', 'error', {
    name: 'capability-name-twice',
    summary: 'Two capabilities, two rules of a capability, or two transforms have one name.',
    why: 'A name is how a role replaces a capability and how a transform finds its rules; two of one name leave open which is meant.',
  }),
  capabilityRule('EVS202', 'name_case_collision', 'warning', {
    restsOn: [],
    name: 'capability-name-case',
    summary: 'Two capabilities, rules, transforms or counters have names that differ only by case.',
    why: 'They are two names to the proxy and one to most readers.',
  }),
  capabilityRule('EVS203', 'applies_to_unknown', 'error', {
    name: 'unknown-rule-name',
    summary: 'A transform or a counter applies to a rule that its capability does not have.',
    why: 'It would never come to bear, and the limit or the credential that was meant is not in force.',
  }),
];
