// `queues/*.yaml`. Closed at every level but the free mappings: the loader refuses keys it does not know.
// What A@126b167 and A@20473d8 refuse. The seed document knows no queues.
import * as z from 'zod';
import { AttuneComponentRef, AttunePackRef, AttuneQueueRef } from './identifiers.ts';
import { flatSchema } from './property.ts';
import { FreeMap, Int32, Uint32, WrittenText } from './scalars.ts';

export const AttuneTunable = z
  .strictObject({
    source: z
      .enum(['literal', 'pack_config', 'keystore'])
      .describe('Where the value comes from.')
      .meta({
        enumDescriptions: [
          '`value` here.',
          'The configuration of the pack, at `path`.',
          'The key `key_ref`.',
        ],
      }),
    value: z.unknown().optional().describe('The value. For `literal` only, and needed there.'),
    path: z
      .string()
      .nullish()
      .describe('Path in the configuration, needed for `pack_config`, or in the key.'),
    key_ref: z.string().nullish().describe('Name of the key. For `keystore` only, and needed there.'),
    fallback: z.unknown().optional().describe('The value when the source has none.'),
  })
  .meta({ title: 'Tunable' });
export type AttuneTunable = z.infer<typeof AttuneTunable>;

export const AttuneQueueConfig = z
  .strictObject({
    dispatch: z
      .strictObject({
        concurrency: AttuneTunable.nullish().describe('How many runs at the same time.'),
        batch_size: AttuneTunable.nullish().describe('How many items per run.'),
        retry_limit: Uint32.nullish().describe('How often an item is tried again.'),
        inter_execution_delay_seconds: Uint32.nullish().describe('Seconds between two runs.'),
        coalescing: z
          .strictObject({
            enabled: z.boolean().optional().describe('Whether items are grouped. Default `false`.'),
            group_by_path: z
              .string()
              .nullish()
              .describe('Path in the item by whose value items are grouped. Needed when enabled.'),
            across_priorities: z
              .boolean()
              .optional()
              .describe('Whether a group may mix priorities. Default `false`.'),
          })
          .nullish()
          .describe('Grouping of items. Only with `batch_mode: batch`.'),
      })
      .nullish()
      .describe('How items become runs.'),
    ack_contract: z
      .strictObject({
        version: Int32.min(1).optional().describe('Version of the answer the action gives. At least 1.'),
      })
      .nullish()
      .describe('How the action answers for its items.'),
  })
  .meta({ title: 'Queue configuration' });
export type AttuneQueueConfig = z.infer<typeof AttuneQueueConfig>;

/** A work queue. */
export const AttuneQueue = z
  .strictObject({
    ref: AttuneQueueRef.describe('Identity of the queue: the ref of this pack and a name.'),
    label: WrittenText.describe('Name for people.'),
    description: WrittenText.nullish().describe('What the queue is for.'),
    enabled: z.boolean().optional().describe('Whether items are dispatched. Default `true`.'),
    accepting_new_items: z.boolean().optional().describe('Whether new items are taken. Default `true`.'),
    dispatch_action: AttuneComponentRef.describe(
      'Action that works on the items; its result has to hold `queue_ack`.',
    ),
    default_priority: Int32.optional().describe('Priority of an item that names none. Default 0.'),
    allow_pending_update: z
      .boolean()
      .optional()
      .describe('Whether an item that waits may change. Default `false`.'),
    update_strategy: z
      .enum(['immutable', 'replace', 'merge_patch'])
      .optional()
      .describe('How an item that waits changes. Default `replace`.')
      .meta({
        enumDescriptions: ['Not at all.', 'The new one takes its place.', 'The new one is merged into it.'],
      }),
    batch_mode: z
      .enum(['single', 'batch'])
      .optional()
      .describe('How many items a run gets. Default `single`.')
      .meta({ enumDescriptions: ['One.', 'Several, see `config.dispatch.batch_size`.'] }),
    item_schema: flatSchema('What an item holds: one entry per value, each with a `type`.').optional(),
    action_params: FreeMap.optional().describe(
      'Parameters of the action. A text may hold `{{ item }}`, `{{ items }}` or `{{ queue }}`.',
    ),
    trace_tag_template: WrittenText.nullish().describe('Mark of the runs.'),
    permission_set_refs: z.array(WrittenText).nullish().describe('Permission sets of the runs.'),
    config: AttuneQueueConfig.optional().describe('How items are dispatched.'),
    reference_visibility: z
      .enum(['public', 'private', 'restricted'])
      .optional()
      .describe('Which packs may refer to the queue. Default `public`.')
      .meta({
        enumDescriptions: [
          'Any pack.',
          'This pack only.',
          'This pack and those in `reference_allowed_pack_refs`.',
        ],
      }),
    reference_allowed_pack_refs: z
      .array(AttunePackRef)
      .optional()
      .describe('The packs that may refer to the queue. Only with `reference_visibility: restricted`.'),
  })
  .meta({ title: 'Attune queue', description: 'One work queue of an Attune pack.' });
export type AttuneQueueDocument = z.infer<typeof AttuneQueue>;
