import * as z from 'zod';
import { RiskRating } from '../terms/risk.ts';

export const RunnableArg = z
  .strictObject({
    name: z.string().min(1),
    type: z.string().min(1).describe("The type in the format's own word."),
    description: z.string().describe('Empty when the author gave none.'),
    required: z.boolean(),
    sensitive: z.boolean(),
    default: z
      .string()
      .nullable()
      .describe('The default as JSON text with its numbers as written; null for none.'),
  })
  .readonly();
export type RunnableArg = z.infer<typeof RunnableArg>;

export const RunnableAction = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    summary: z.string(),
    description: z.string(),
    kind: z.string().min(1).describe("How it runs, in the format's own word."),
    risk: RiskRating,
    sideEffects: z.array(z.string()).readonly().describe('Empty when the author says there are none.'),
    searchTerms: z
      .array(z.string().min(1))
      .readonly()
      .describe('Further words to find it by; empty for none.'),
    args: z.array(RunnableArg).readonly().describe('In the order of the author.'),
  })
  .readonly();
export type RunnableAction = z.infer<typeof RunnableAction>;

/** What a pack can run, sorted by id in UTF-8 byte order. */
export const Runnable = z.strictObject({ actions: z.array(RunnableAction).readonly() }).readonly();
export type Runnable = z.infer<typeof Runnable>;
