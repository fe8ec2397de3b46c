import * as z from 'zod';
import { EnvironmentName } from './identifiers.ts';

export const EmisarSetupVariable = z
  .strictObject({
    name: EnvironmentName.describe(
      'Name of an environment variable that the runner has to pass on. Unique within the list.',
    ),
    required: z
      .boolean()
      .optional()
      .describe('Whether the actions fail without it. Default `false`. Drives a warning, injects nothing.'),
    description: z.string().optional().describe('What the variable holds. Shown to operators.'),
    default: z
      .string()
      .optional()
      .describe('What the tool assumes when the variable is unset. Shown only: it is never set for you.'),
    example: z.string().optional().describe('A value that shows the form. Shown to operators.'),
  })
  .meta({ title: 'Environment variable' });
export type EmisarSetupVariable = z.infer<typeof EmisarSetupVariable>;

const HostAccessRecipe = z
  .strictObject({
    name: z.string().optional().describe('What the recipe is called.'),
    commands: z
      .array(z.string())
      .optional()
      .describe('Commands an operator runs to grant the access, in order.'),
    verify: z.string().optional().describe('A command that shows that the access is there.'),
    impact: z.string().optional().describe('What granting it opens up.'),
  })
  .meta({ title: 'Access recipe' });

const HostAccess = z
  .strictObject({
    actions: z.array(z.string()).optional().describe('Ids of the actions that need the access.'),
    requirement: z.string().optional().describe('What the actions need on the host, in words.'),
    recipes: z.array(HostAccessRecipe).optional().describe('Ways to grant it.'),
  })
  .meta({ title: 'Host access' });
export type EmisarHostAccess = z.infer<typeof HostAccess>;

export const EmisarSetup = z
  .strictObject({
    summary: z
      .string()
      .optional()
      .describe('One paragraph on what has to be in place before the pack works.'),
    env: z.array(EmisarSetupVariable).optional().describe('Environment variables that the actions read.'),
    notes: z.array(z.string()).optional().describe('Further remarks for the operator, one per entry.'),
    verify: z
      .string()
      .optional()
      .describe('Id of an action of this pack that shows that the setup works; best one that only reads.'),
    // Newer than the loader this was checked against, which refuses the key; a rule warns about it.
    host_access: z
      .array(HostAccess)
      .optional()
      .describe('Access on the host that some actions need. Runners up to 0.20 refuse a pack with this key.'),
  })
  .meta({ title: 'Setup' });
export type EmisarSetup = z.infer<typeof EmisarSetup>;
