import * as z from 'zod';
import { RiskTier } from '../terms/risk.ts';
import { EmisarArg } from './argument.ts';
import { EmisarExecExecution, EmisarScriptExecution } from './execution.ts';
import { EmisarActionId } from './identifiers.ts';
import { EmisarOutput } from './output.ts';
import { RequiredText, SchemaVersion } from './scalars.ts';
import { execSnippet, scriptSnippet } from './snippets.ts';

export const EmisarExample = z
  .strictObject({
    title: RequiredText.describe('What the example shows, at most 160 bytes.'),
    args: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Arguments of the example call. They have to pass the declarations, path rules aside.'),
  })
  .meta({ title: 'Example' });
export type EmisarExample = z.infer<typeof EmisarExample>;

const identity = {
  schema_version: SchemaVersion,
  id: EmisarActionId.describe(
    'Identity of the action, such as `linux.uptime`: a namespace and a name, at most 128 characters. Unique across all packs of a runner.',
  ),
  title: RequiredText.describe('Name for people and models, at most 160 bytes once whitespace is folded.'),
  summary: z
    .string()
    .optional()
    .describe(
      'One line on what the action does, at most 512 bytes. When left out, the beginning of `description` up to the end of a sentence.',
    ),
};

const kind = 'What the action starts.';
const execution = 'What runs, its limits and its surroundings.';

const contract = {
  risk: RiskTier.describe('How much harm a run can do; approval policy is written against this tier.'),
  description: RequiredText.describe(
    'What the action does and when to use it, for people and models. At most 4096 bytes.',
  ),
  side_effects: z
    .array(RequiredText.meta({ examples: ['none'] }))
    .min(1)
    .max(16)
    .describe(
      'What a run changes, 1 to 16 entries of at most 1024 bytes. The single entry `none` says that it changes nothing.',
    ),
  search_terms: z
    .array(RequiredText)
    .max(16)
    .optional()
    .describe('Further words to find the action by: at most 16, each at most 80 bytes, no two alike.'),
  args: z.array(EmisarArg).optional().describe('The arguments a caller may send. Others are refused.'),
};

const outcome = {
  output: EmisarOutput.describe('How output is read, limited and masked. Both byte ceilings are required.'),
  examples: z
    .array(EmisarExample)
    .max(16)
    .optional()
    .describe('Calls that show the use, at most 16. Their arguments are checked when the pack loads.'),
};

/** An action that starts a program. Closed at every level, because the loader refuses keys it does not know. */
export const EmisarExecAction = z
  .strictObject({
    ...identity,
    kind: z.literal('exec').describe(kind),
    ...contract,
    execution: EmisarExecExecution.describe(execution),
    ...outcome,
  })
  .meta({
    title: 'emisar action (exec)',
    enumDescription: 'A program with a fixed list of arguments, without a shell.',
    defaultSnippets: [execSnippet],
  });
export type EmisarExecActionDocument = z.infer<typeof EmisarExecAction>;

/** An action that runs a script of the pack. Closed at every level, as `EmisarExecAction`. */
export const EmisarScriptAction = z
  .strictObject({
    ...identity,
    kind: z.literal('script').describe(kind),
    ...contract,
    execution: EmisarScriptExecution.describe(execution),
    ...outcome,
  })
  .meta({
    title: 'emisar action (script)',
    enumDescription: 'A script that is part of the pack and of its content hash.',
    defaultSnippets: [scriptSnippet],
  });
export type EmisarScriptActionDocument = z.infer<typeof EmisarScriptAction>;

/** An action file. */
export const EmisarAction = z
  .discriminatedUnion('kind', [EmisarExecAction, EmisarScriptAction])
  .meta({ title: 'emisar action', description: 'One action of an emisar pack.' });
export type EmisarActionDocument = z.infer<typeof EmisarAction>;
