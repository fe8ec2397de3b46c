// `actions/workflows/*.yaml`, and `workflows/*.yaml` from before. Open but for two mappings, and otherwise read as
// strictly as serde does: what does not fit refuses the pack, or, in the old directory, only the file.
// Parser of A@126b167, with `wait_for` as wide as A@3613226 has it. Which targets exist, what a task of its type needs,
// what cannot stand together, and the ranges that only other snapshots check are rules. The seed document names the
// directory only, so both profiles use this one.
import * as z from 'zod';
import { hinted, ignored, lenient } from './leniency.ts';
import { AttuneProperty } from './property.ts';
import { boundedText, FreeMap } from './scalars.ts';
import { AttuneTask } from './task.ts';

const schema = (description: string) =>
  lenient(z.record(z.string(), hinted(AttuneProperty)))
    .optional()
    .describe(description);

/** The graph of a workflow. */
export const AttuneWorkflow = z
  .looseObject({
    version: boundedText(50).describe(
      'Version of the graph, 1 to 50 characters. Quote it: `1.0` alone is a number.',
    ),
    description: z.string().nullish().describe('What the workflow does. Left out, that of the action.'),
    parameters: schema('What a caller may send. Left out, as it should be, it is what the action says.'),
    output: schema('What the workflow returns. Left out, as it should be, it is what the action says.'),
    vars: FreeMap.optional().describe('Workflow variables and what they hold at the start.'),
    tasks: z.array(AttuneTask).min(1).describe('The steps. Those to which nothing leads start first.'),
    output_map: z.record(z.string(), z.string()).nullish().describe('The result: a template per value.'),
    cancellation_policy: z
      .enum(['allow_finish', 'cancel_running'])
      .optional()
      .describe('What a cancelled workflow does with running tasks. Default `allow_finish`.')
      .meta({ enumDescriptions: ['Lets them finish.', 'Stops them.'] }),
    tags: z
      .array(z.string())
      .optional()
      .describe('Words to find the workflow by. Left out, those of the action.'),
    ref: z
      .string()
      .regex(/^(?:[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*)?$/, 'the pack and a name with a dot between')
      .optional()
      .describe('Identity of the workflow. Left out, that of the action.')
      .meta({ doNotSuggest: true }),
    label: z
      .string()
      .optional()
      .describe('Name for people, at most 255 characters. Left out, that of the action.')
      .meta({ doNotSuggest: true }),
    env_vars: ignored('Refuses the pack: a workflow sets no environment. A runtime does.'),
  })
  .meta({ title: 'Attune workflow', description: 'The graph of a workflow action.' });
export type AttuneWorkflowDocument = z.infer<typeof AttuneWorkflow>;
