import * as z from 'zod';

export const NetworkRule = z
  .strictObject({
    name: z.string().describe('Empty for a rule without a name.'),
    domains: z
      .array(z.string().min(1))
      .min(1)
      .readonly()
      .describe('As they are compared: small letters, no default port.'),
    methods: z.array(z.string().min(1)).min(1).readonly(),
    paths: z.array(z.string().min(1)).readonly().describe('Empty for any path.'),
    insecure: z.boolean().describe('Whether plain http is admitted too.'),
    conditions: z.int().min(0).describe('How many predicates have to be true.'),
    checksBody: z.boolean().describe('Whether a schema for the body is in force.'),
  })
  .readonly();
export type NetworkRule = z.infer<typeof NetworkRule>;

export const NetworkBudget = z
  .strictObject({
    name: z.string().min(1),
    limit: z.int().min(0),
    scope: z.enum(['workspace', 'task']),
    seconds: z.int().min(1).nullable().describe('Length of the window; null where use adds up for ever.'),
  })
  .readonly();
export type NetworkBudget = z.infer<typeof NetworkBudget>;

export const NetworkCapability = z
  .strictObject({
    name: z.string().min(1),
    rules: z.array(NetworkRule).min(1).readonly(),
    budgets: z.array(NetworkBudget).readonly(),
    transforms: z.array(z.string().min(1)).readonly().describe('Names of the changes to admitted requests.'),
    credentials: z.array(z.string().min(1)).readonly().describe('Names of the credentials it takes.'),
    secrets: z.array(z.string().min(1)).readonly().describe('Names of the secrets it takes.'),
  })
  .readonly();
export type NetworkCapability = z.infer<typeof NetworkCapability>;

/** What a pack asks to reach over the network, in the order of the author. */
export const Network = z.array(NetworkCapability).readonly();
export type Network = z.infer<typeof Network>;
