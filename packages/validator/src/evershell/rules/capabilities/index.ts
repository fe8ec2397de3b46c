import { bodySchemasRules } from './body-schemas.ts';
import { budgetsRules } from './budgets.ts';
import type { CapabilityRule } from './capability-rule.ts';
import { domainsRules } from './domains.ts';
import { expressionsRules } from './expressions.ts';
import { namesRules } from './names.ts';
import { pathsRules } from './paths.ts';
import { respelledValues } from './respelled-values.ts';
import { transformsRules } from './transforms.ts';

/** One rule for each thing that can be wrong with a list of capabilities beyond its structure. */
export const capabilityRules: readonly CapabilityRule[] = [
  ...namesRules,
  ...domainsRules,
  ...pathsRules,
  ...transformsRules,
  respelledValues,
  ...expressionsRules,
  ...bodySchemasRules,
  ...budgetsRules,
];
