// `caches/*.yaml`. Closed: the loader refuses keys it does not know, before anything else of the pack is loaded.
// What A@126b167 and A@5fcff4e refuse; limits from 0, since a limit of 0 is taken there. The seed document knows no
// caches.
import * as z from 'zod';
import { AttuneCacheNamespace, AttuneComponentRef } from './identifiers.ts';
import { Int32, Whole, WrittenText } from './scalars.ts';

const limit = (description: string) => Whole.min(0).optional().describe(description);

/** A cache namespace. */
export const AttuneCache = z
  .strictObject({
    ref: AttuneComponentRef.describe('Identity of the cache: the ref of this pack and a name.'),
    namespace: AttuneCacheNamespace.describe('Name under which the owner keeps its records.'),
    owner_type: z
      .enum(['pack', 'action', 'sensor'])
      .describe('What owns the cache.')
      .meta({ enumDescriptions: ['This pack.', 'One of its actions.', 'One of its sensors.'] }),
    owner_ref: WrittenText.describe('Ref of the owner, which is this pack or belongs to it.'),
    freshness_target_seconds: limit('Age in seconds from which the content counts as stale. Default 3600.'),
    max_records_per_generation: limit('Most records of one generation. Default 200000.'),
    max_generation_bytes: limit('Most bytes of one generation. Default 536870912.'),
    max_retained_bytes: limit('Most bytes of all generations kept. Default 2147483648.'),
    max_retained_generations: Int32.min(2)
      .optional()
      .describe('Most generations kept, at least 2. Default 5.'),
    max_staging_generations: Int32.min(1)
      .optional()
      .describe('Most generations being filled, at least 1. Default 2.'),
  })
  .meta({ title: 'Attune cache', description: 'One cache namespace of an Attune pack.' });
export type AttuneCacheDocument = z.infer<typeof AttuneCache>;
