// `rules/*.yaml`. Open, because the loader passes over keys it does not know.
// What A@126b167 refuses, and what `attune pack check` calls an error. The seed document names the directory only, so
// both profiles use this one.
import * as z from 'zod';
import { enabled, naming, packRef, permissionSetRefs } from './component.ts';
import { AttuneShortRef } from './identifiers.ts';
import { ignored, lenient } from './leniency.ts';
import { AttuneWorkerAffinity, AttuneWorkerSelector, AttuneWorkerTolerations } from './placement.ts';
import { FreeMap } from './scalars.ts';

export const AttuneConditions = z
  .looseObject({
    expression: lenient(z.string().meta({ examples: ['event.payload.level == "high"'] }))
      .optional()
      .describe(
        'An expression over `event`; the rule fires when it is true. One that fails counts as false.',
      ),
  })
  .meta({ title: 'Conditions' });
export type AttuneConditions = z.infer<typeof AttuneConditions>;

/** A rule file. */
export const AttuneRule = z
  .looseObject({
    ref: AttuneShortRef.describe('Identity of the rule; a bare name is one of this pack.'),
    pack_ref: packRef,
    ...naming,
    enabled: enabled('Whether the rule fires. Default `true`.'),
    trigger_ref: AttuneShortRef.describe('Trigger that the rule waits for; a bare name is one of this pack.'),
    action_ref: AttuneShortRef.describe('Action that the rule runs; a bare name is one of this pack.'),
    conditions: AttuneConditions.optional().describe('When the rule fires. Empty: always.'),
    action_params: FreeMap.optional().describe(
      'Parameters of the action. A text may hold paths such as `{{ event.payload.name }}`; one that is nothing else keeps its type.',
    ),
    trigger_params: FreeMap.optional().describe('Parameters of the trigger, for the sensor.'),
    trace_tag_template: lenient(z.string())
      .optional()
      .describe('Mark of the runs, with paths as in `action_params`.'),
    permission_set_refs: permissionSetRefs
      .optional()
      .describe('Permission sets of the runs. None: the runs get no token.'),
    sensor_worker_selector: AttuneWorkerSelector.optional().describe(
      'Labels of the worker on which the sensor of this rule runs.',
    ),
    sensor_worker_tolerations: AttuneWorkerTolerations.optional().describe(
      'Taints that are no obstacle for the sensor of this rule.',
    ),
    sensor_worker_affinity: AttuneWorkerAffinity.optional().describe(
      'Further wishes and refusals about the worker of the sensor.',
    ),
    permission_set_ref: permissionSetRefs
      .optional()
      .describe('Other name of `permission_set_refs`.')
      .meta({ doNotSuggest: true }),
    tags: ignored('Words for readers of the file. Not stored.'),
    name: ignored('Nothing reads it: the rule is named by `ref`.'),
    env_vars: ignored('Refuses the pack: a rule sets no environment. A runtime does.'),
  })
  .meta({
    title: 'Attune rule',
    description: 'One rule of an Attune pack: which trigger runs which action.',
  });
export type AttuneRuleDocument = z.infer<typeof AttuneRule>;
