import { formats } from './open.ts';
import { settingsRules } from './settings/rules.ts';
import { pckRules } from './structure/pck-rules.ts';
import type { RuleInfo } from './structure/rule-info.ts';

/** Every code that a diagnostic can carry: the shared ones, those of settings, then each format's. */
export const rules: readonly RuleInfo[] = [
  ...Object.values(pckRules),
  ...Object.values(settingsRules),
  ...formats.flatMap((format) => format.rules),
];

/** What a code means, or undefined for a code that no diagnostic carries. */
export function ruleOf(code: string): RuleInfo | undefined {
  return rules.find((rule) => rule.code === code.toUpperCase());
}
