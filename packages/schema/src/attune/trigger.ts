// `triggers/*.yaml`. Open, because every loader passes over keys it does not know.
// Live: what A@126b167 refuses, and what `attune pack check` calls an error. Seed: the document of 2024-01-20.
import * as z from 'zod';
import { enabled, naming, referenceVisibility } from './component.ts';
import { AttuneComponentRef } from './identifiers.ts';
import { ignored } from './leniency.ts';
import { flatSchema } from './property.ts';
import { FreeMap, WrittenText } from './scalars.ts';

const ref = AttuneComponentRef.describe(
  'Identity of the trigger, such as `inventory.host_lost`: the ref of this pack and a name.',
);

/** A trigger file as the live loader reads it; editors are given this one. */
export const AttuneTrigger = z
  .looseObject({
    ref,
    ...naming,
    enabled: enabled('Whether the trigger may fire. Default `true`.'),
    parameters: flatSchema(
      'What a rule sets under `trigger_params`: one entry per parameter, each with a `type`.',
    ).optional(),
    output: flatSchema(
      'What an event carries: one entry per value, each with a `type`. An event that does not fit is refused.',
    ).optional(),
    ...referenceVisibility,
    tags: ignored('Words for readers of the file. Not stored.'),
    examples: ignored('Examples for readers of the file. Not stored.'),
    name: ignored('Nothing reads it: the trigger is named by `ref`.'),
    type: ignored('Has no effect: what fires the trigger is the sensor’s business.'),
    parameters_schema: ignored('Has no effect: the key is `parameters`, with one entry per parameter.'),
    payload_schema: ignored('Has no effect: the key is `output`, with one entry per value.'),
  })
  .meta({ title: 'Attune trigger', description: 'One trigger of an Attune pack.' });
export type AttuneTriggerDocument = z.infer<typeof AttuneTrigger>;

/** A trigger file by the seed document. */
export const AttuneTriggerSeed = z
  .looseObject({
    name: WrittenText.describe('Name of the trigger.'),
    ref,
    description: WrittenText.describe('When the trigger fires.'),
    type: z
      .enum(['interval', 'cron', 'one_shot', 'webhook', 'custom'])
      .describe('What fires the trigger.')
      .meta({
        enumDescriptions: [
          'A fixed time that repeats.',
          'A calendar expression.',
          'One moment.',
          'A request from outside.',
          'A sensor of a pack, or a client.',
        ],
      }),
    enabled: z.boolean().optional().describe('Whether the trigger may fire. Default `true`.'),
    parameters_schema: FreeMap.optional().describe('What an instance is configured with, as a JSON Schema.'),
    payload_schema: FreeMap.optional().describe('What an event carries, as a JSON Schema.'),
    tags: z.array(z.string()).optional().describe('Words to find the trigger by.'),
    examples: z.array(z.unknown()).optional().describe('Examples of configurations.'),
  })
  .meta({ title: 'Attune trigger (seed)' });
export type AttuneTriggerSeedDocument = z.infer<typeof AttuneTriggerSeed>;
