import type { z } from 'zod';
import { AttuneAction, AttuneActionSeed } from './action.ts';
import { AttuneCache } from './cache.ts';
import { AttuneDashboard } from './dashboard.ts';
import { AttunePack, AttunePackSeed } from './pack.ts';
import { AttunePermissionSet } from './permission-set.ts';
import { AttunePolicy } from './policy.ts';
import { AttuneQueue } from './queue.ts';
import { AttuneRule } from './rule.ts';
import { AttuneRuntime } from './runtime.ts';
import { AttuneSensor, AttuneSensorSeed } from './sensor.ts';
import { AttuneTrigger, AttuneTriggerSeed } from './trigger.ts';
import { AttuneWorkflow } from './workflow.ts';

/** Which loader a pack is written for: the live one, or the one that the seed document describes. */
export type AttuneProfile = 'real' | 'seed';

/**
 * The document of each kind by profile. Everything that fits a seed document fits the live one, so the live one is
 * what editors are given; what the seed document does not describe is the same in both.
 */
export const attuneDocuments = {
  pack: { real: AttunePack, seed: AttunePackSeed },
  action: { real: AttuneAction, seed: AttuneActionSeed },
  sensor: { real: AttuneSensor, seed: AttuneSensorSeed },
  trigger: { real: AttuneTrigger, seed: AttuneTriggerSeed },
  rule: { real: AttuneRule, seed: AttuneRule },
  policy: { real: AttunePolicy, seed: AttunePolicy },
  workflow: { real: AttuneWorkflow, seed: AttuneWorkflow },
  queue: { real: AttuneQueue, seed: AttuneQueue },
  cache: { real: AttuneCache, seed: AttuneCache },
  'permission-set': { real: AttunePermissionSet, seed: AttunePermissionSet },
  runtime: { real: AttuneRuntime, seed: AttuneRuntime },
  dashboard: { real: AttuneDashboard, seed: AttuneDashboard },
} as const satisfies Readonly<Record<string, Readonly<Record<AttuneProfile, z.ZodType>>>>;

/** A kind of document of an Attune pack. */
export type AttuneKind = keyof typeof attuneDocuments;
