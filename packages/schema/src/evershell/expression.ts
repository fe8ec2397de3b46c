import * as z from 'zod';

/** One expression of the Common Expression Language; what it may name and give back are rules. */
export const EvershellExpression = z.string().min(1);

/** A value that is computed for each request. */
export const EvershellComputed = z
  .strictObject({
    expr: EvershellExpression.describe(
      'CEL expression over `request`, `workspace`, `task`, `now` and `secrets`. A secret is named by a literal: `secrets["tenant-id"]`. At most 2 KiB.',
    ).meta({ examples: ['secrets["tenant-id"]'] }),
  })
  .meta({ title: 'Computed value' });
export type EvershellComputed = z.infer<typeof EvershellComputed>;
