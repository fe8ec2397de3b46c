// `actions/*.yaml`. Open, because every loader passes over keys it does not know.
// Live: what A@126b167 refuses, and what `attune pack check` calls an error. Which of `entry_point`, `workflow_file`
// and `launch` has to be there is a rule, and so is `env_vars`, which refuses the pack. Seed: the document of
// 2024-01-20.
import * as z from 'zod';
import { AttuneLaunch, naming, referenceVisibility, retention } from './component.ts';
import { AttuneComponentRef } from './identifiers.ts';
import { ignored, lenient } from './leniency.ts';
import { placement } from './placement.ts';
import { flatSchema } from './property.ts';
import { FreeMap, Int32, Whole, WrittenText } from './scalars.ts';
import { actionSnippet } from './snippets.ts';

const ref = AttuneComponentRef.describe(
  'Identity of the action, such as `inventory.find_host`: the ref of this pack and a name.',
);

const deliveries = {
  stdin: 'The document on standard input, then its end.',
  file: 'A file that only the worker may read; its path is in `ATTUNE_PARAMETER_FILE`.',
};
const formats = {
  json: 'One line of compact JSON.',
  dotenv: "Sorted lines of `key='value'`; nested keys get dots.",
  yaml: 'A block mapping.',
};

/** The words of an enum with their hover texts. */
const words = <const T extends Readonly<Record<string, string>>>(described: T) =>
  z.enum(Object.keys(described) as [keyof T & string, ...(keyof T & string)[]]).meta({
    enumDescriptions: Object.values(described),
  });

/** An action file as the live loader reads it; editors are given this one. */
export const AttuneAction = z
  .looseObject({
    ref,
    ...naming,
    enabled: z.boolean().optional().describe('Whether the action may run. Default `true`.'),
    runner_type: WrittenText.optional()
      .describe(
        'Runtime that reads the entry point, by any of its names. Default `shell`. One that no worker knows leaves the action without a runtime.',
      )
      .meta({ examples: ['python', 'shell', 'nodejs', 'native'] }),
    runtime_version: lenient(z.string().meta({ examples: ['>=3.10', '~18.0', '3.12'] }))
      .optional()
      .describe(
        'Versions of the runtime that will do; a comma joins conditions, and the highest that fits is taken. Quote it.',
      ),
    entry_point: WrittenText.optional().describe(
      'The script, relative to `actions/`. For a native action the program. Not beside `workflow_file`.',
    ),
    workflow_file: WrittenText.optional()
      .describe(
        'The graph of a workflow action, relative to `actions/` and inside `workflows/`. Leave `runner_type` and `entry_point` out.',
      )
      .meta({ examples: ['workflows/deploy.workflow.yaml'] }),
    launch: lenient(AttuneLaunch)
      .optional()
      .describe('What a release starts. Not beside `entry_point` or `workflow_file`.')
      .meta({ doNotSuggest: true }),
    parameters: flatSchema(
      'What a caller may send: one entry per parameter, each with a `type`. Others are passed on all the same.',
    ).optional(),
    output: flatSchema(
      'What the action returns: one entry per value, each with a `type`. Not enforced.',
    ).optional(),
    parameter_delivery: lenient(words(deliveries))
      .optional()
      .describe(
        'How parameters reach the script. Default `stdin`. Case does not matter; another word refuses the pack.',
      ),
    parameter_format: lenient(words(formats))
      .optional()
      .describe('How parameters are written. Default `json`. Case does not matter.'),
    output_format: lenient(
      words({
        text: 'Kept as text.',
        json: 'The whole, or else the last line, read as JSON.',
        yaml: 'The whole read as YAML.',
        jsonl: 'A list of the lines that are JSON.',
      }),
    )
      .optional()
      .describe('How standard output is read. Default `text`. Case does not matter.'),
    timeout_seconds: Int32.min(1)
      .nullish()
      .describe('Seconds until a run is stopped. What the platform says when left out.'),
    required_worker_runtimes: FreeMap.nullish().describe(
      'Further runtimes the worker has to offer, by name: the versions that will do, or `*` for any. Quote them.',
    ),
    ...placement('this action'),
    accesses_mcp: lenient(z.boolean())
      .optional()
      .describe('Whether the action talks to the MCP server of the platform. Default `false`.'),
    default_execution_permission_set_refs: z
      .array(lenient(z.string()))
      .optional()
      .describe('Permission sets of a run for which the caller names none.'),
    ...referenceVisibility,
    ...retention,
    tags: ignored('Words to find the action by. Not stored; a workflow action hands them to its workflow.'),
    examples: ignored('Examples for readers of the file. Not stored.'),
    name: ignored('Nothing reads it: the action is named by `ref`.'),
    timeout: ignored('Has no effect: the key is `timeout_seconds`.'),
    output_schema: ignored('Has no effect: the key is `output`.'),
    out_schema: ignored('Has no effect: the key is `output`.'),
    env_vars: ignored('Refuses the pack: an action sets no environment. A runtime does.'),
  })
  .meta({
    title: 'Attune action',
    description: 'One action of an Attune pack.',
    defaultSnippets: [actionSnippet],
  });
export type AttuneActionDocument = z.infer<typeof AttuneAction>;

/** An action with a graph as the live loader reads it: what would run a script is not looked at. */
export const AttuneWorkflowAction = AttuneAction.extend({
  workflow_file: WrittenText.describe('The graph, relative to `actions/` and inside `workflows/`.'),
  runner_type: ignored('Not read beside `workflow_file`.'),
  entry_point: ignored('Not read beside `workflow_file`.'),
});

/** An action file by the seed document. */
export const AttuneActionSeed = z
  .looseObject({
    name: WrittenText.describe('Name of the action, the same as the file’s.'),
    ref,
    description: WrittenText.describe('What the action does.'),
    enabled: z.boolean().optional().describe('Whether the action may run. Default `true`.'),
    runner_type: z.enum(['shell', 'python', 'nodejs', 'docker']).describe('What runs the script.'),
    entry_point: WrittenText.describe('The script, inside `actions/`.'),
    parameters: FreeMap.optional().describe('What a caller may send.'),
    output_schema: FreeMap.optional().describe('What the action returns, as a JSON Schema.'),
    parameter_delivery: words({
      env: 'Environment variables `ATTUNE_ACTION_<NAME>`, which other processes can see.',
      ...deliveries,
    })
      .optional()
      .describe('How parameters reach the script. Default `env`.'),
    parameter_format: words({ dotenv: formats.dotenv, json: formats.json, yaml: formats.yaml })
      .optional()
      .describe('How parameters are written. Default `dotenv`. Without effect for `env`.'),
    tags: z.array(z.string()).optional().describe('Words to find the action by.'),
    timeout: Whole.optional().describe('Seconds until a run is stopped.'),
    examples: z.array(z.unknown()).optional().describe('Examples of its use.'),
  })
  .meta({ title: 'Attune action (seed)' });
export type AttuneActionSeedDocument = z.infer<typeof AttuneActionSeed>;
