// `sensors/*.yaml`. Open, because every loader passes over keys it does not know.
// Live: what A@126b167 refuses, and what `attune pack check` calls an error. That `entry_point` (or `launch`) and one
// of `trigger_types` and `trigger_type` have to be there are rules. Seed: the document of 2024-01-20.
import * as z from 'zod';
import { AttuneLaunch, enabled, naming, retention } from './component.ts';
import { AttuneComponentRef } from './identifiers.ts';
import { ignored, lenient } from './leniency.ts';
import { placement } from './placement.ts';
import { flatSchema } from './property.ts';
import { FreeMap, Whole, WrittenText } from './scalars.ts';

const ref = AttuneComponentRef.describe(
  'Identity of the sensor, such as `inventory.loss_sensor`: the ref of this pack and a name.',
);

/** A sensor file as the live loader reads it; editors are given this one. */
export const AttuneSensor = z
  .looseObject({
    ref,
    ...naming,
    enabled: enabled('Whether the sensor may start. Default `true`.'),
    runner_type: WrittenText.optional()
      .describe('Runtime that reads the entry point, by any of its names. Default `native`.')
      .meta({ examples: ['python', 'nodejs', 'native'] }),
    runtime_version: lenient(z.string().meta({ examples: ['>=3.10', '~18.0'] }))
      .optional()
      .describe('Versions of the runtime that will do; a comma joins conditions. Quote it.'),
    entry_point: WrittenText.optional().describe(
      'The script, relative to `sensors/`. For a native sensor the program.',
    ),
    launch: lenient(AttuneLaunch)
      .optional()
      .describe('What a release starts. Not beside `entry_point`.')
      .meta({ doNotSuggest: true }),
    trigger_types: z
      .union([z.array(z.string()), z.string()])
      .optional()
      .describe(
        'Triggers of this pack that the sensor fires; a bare name is one of the own pack. A trigger of another pack is not linked.',
      ),
    parameters: flatSchema(
      'What a rule may set: one entry per parameter, each with a `type`. Stored, not handed to the process.',
    ).optional(),
    config: lenient(FreeMap).optional().describe('Settings. Stored, not handed to the process.'),
    ...placement('this sensor'),
    ...retention,
    trigger_type: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('Other name of `trigger_types`.')
      .meta({ doNotSuggest: true }),
    tags: ignored('Words for readers of the file. Not stored.'),
    meta: ignored('Remarks for readers of the file. Not stored.'),
    examples: ignored('Examples for readers of the file. Not stored.'),
    name: ignored('Nothing reads it: the sensor is named by `ref`.'),
    poll_interval: ignored('Has no effect: the process has to pace itself.'),
  })
  .meta({ title: 'Attune sensor', description: 'One sensor of an Attune pack.' });
export type AttuneSensorDocument = z.infer<typeof AttuneSensor>;

/** A sensor file by the seed document. */
export const AttuneSensorSeed = z
  .looseObject({
    name: WrittenText.describe('Name of the sensor.'),
    ref,
    description: WrittenText.describe('What the sensor watches.'),
    // The document lists python and nodejs; the one public pack of that time names another.
    runner_type: WrittenText.describe('What runs the script: `python` or `nodejs`.').meta({
      examples: ['python', 'nodejs'],
    }),
    entry_point: WrittenText.describe('The script, inside `sensors/`.'),
    trigger_types: z.array(z.string()).describe('Triggers that the sensor fires.'),
    enabled: z.boolean().optional().describe('Whether the sensor may start. Default `true`.'),
    parameters: FreeMap.optional().describe('Settings of the sensor.'),
    poll_interval: Whole.optional().describe('Seconds between two looks.'),
    tags: z.array(z.string()).optional().describe('Words to find the sensor by.'),
    meta: FreeMap.optional().describe('Remarks.'),
  })
  .meta({ title: 'Attune sensor (seed)' });
export type AttuneSensorSeedDocument = z.infer<typeof AttuneSensorSeed>;
