import type { RuleInfo } from '../structure/rule-info.ts';

/** What no schema says of `packwright.yaml`; the codes of a file's form are those of packs. */
export const settingsRules = {
  loosens: {
    code: 'SET001',
    name: 'policy-loosens',
    severity: 'error',
    summary: 'The policy of a host treats a higher risk more loosely than a lower one.',
    why: 'An author would only have to claim a higher risk for an action to be asked about less. No command works with such settings.',
  },
  pattern: {
    code: 'SET002',
    name: 'malformed-pattern',
    severity: 'error',
    summary: 'A pattern of `admission` is empty or malformed.',
    why: 'A host has to know which actions it admits; a pattern that matches nothing, or everything, would be found out too late. No command works with such settings.',
  },
} as const satisfies Record<string, RuleInfo>;
