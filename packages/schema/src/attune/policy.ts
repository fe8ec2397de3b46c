// `policies/*.yaml`. Open, because the loader passes over keys it does not know.
// What A@126b167 refuses, and what `attune pack check` calls an error. That a control is there, and whole, are rules.
// The seed document names the directory only, so both profiles use this one.
import * as z from 'zod';
import { enabled, naming, packRef } from './component.ts';
import { AttuneShortRef } from './identifiers.ts';
import { lenient } from './leniency.ts';
import { Int32, Whole, WrittenText } from './scalars.ts';

export const AttuneConcurrency = z
  .looseObject({
    limit: Int32.min(1).optional().describe('Most runs at the same time. Together with `method`.'),
    method: z
      .enum(['cancel', 'enqueue'])
      .optional()
      .describe('What becomes of a run above the limit. Together with `limit`.')
      .meta({ enumDescriptions: ['It is cancelled.', 'It waits for its turn.'] }),
    parameters: lenient(z.array(z.string()))
      .optional()
      .describe('Parameters by whose values runs are told apart; each combination has the limit of its own.'),
  })
  .meta({ title: 'Concurrency' });
export type AttuneConcurrency = z.infer<typeof AttuneConcurrency>;

export const AttuneRateLimit = z
  .looseObject({
    max_executions: Int32.min(1).optional().describe('Most runs within the window. One more is cancelled.'),
    window_seconds: Int32.min(1).optional().describe('Length of the window that ends now.'),
  })
  .meta({ title: 'Rate limit' });
export type AttuneRateLimit = z.infer<typeof AttuneRateLimit>;

export const AttuneQuota = z
  .looseObject({
    quota_type: WrittenText.describe('What is counted.'),
    limit: Whole.min(1).describe('Most of it.'),
  })
  .meta({ title: 'Quota' });
export type AttuneQuota = z.infer<typeof AttuneQuota>;

/** A policy file. */
export const AttunePolicy = z
  .looseObject({
    ref: AttuneShortRef.describe('Identity of the policy; a bare name is one of this pack.'),
    name: lenient(z.string()).optional().describe('Name for people; it wins over `label`.'),
    ...naming,
    tags: lenient(z.array(z.string())).optional().describe('Words to find the policy by.'),
    enabled: enabled('Whether the policy is applied. Default `true`.'),
    priority: lenient(Int32)
      .optional()
      .describe('Of several policies the one with the highest is applied. Default 0.'),
    action_ref: AttuneShortRef.optional().describe(
      'Action it is for; a bare name is one of this pack. All of the pack when left out.',
    ),
    pack_ref: packRef,
    concurrency: AttuneConcurrency.optional().describe('How many runs at the same time.'),
    rate_limit: AttuneRateLimit.optional().describe('How many runs in a stretch of time.'),
    quotas: z.array(AttuneQuota).optional().describe('Further limits. Earlier platforms only store them.'),
  })
  .meta({ title: 'Attune policy', description: 'One policy of an Attune pack: how many runs of what.' });
export type AttunePolicyDocument = z.infer<typeof AttunePolicy>;
