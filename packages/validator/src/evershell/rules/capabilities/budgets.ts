import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** Limits on use. */
export const budgetsRules: readonly CapabilityRule[] = [
  capabilityRule('EVS261', 'ceiling_missing', 'error', {
    name: 'ceiling-missing',
    summary: 'What a request costs is known only from the response, and no ceiling is given.',
    why: 'Something has to be reserved until the response is there.',
  }),
  capabilityRule('EVS262', 'window_scope', 'error', {
    name: 'window-scope',
    summary: 'A counter of a task has a window.',
    why: 'A task counts from zero anyway.',
  }),
  capabilityRule('EVS263', 'window_range', 'error', {
    name: 'window-range',
    summary: 'A window is shorter than a second or longer than 31 days.',
    why: 'Counters are kept for no longer.',
  }),
];
