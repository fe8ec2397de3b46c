// The schemas behind the files of a store. Reading them takes their forms only, so that no process needs Zod for it.
import { Digest } from '@packwright/schema';
import * as z from '@packwright/schema/zod';

/** One installed pack: what was asked for, and what that turned out to be. */
export const LockEntry = z
  .strictObject({
    id: z.string().min(1),
    format: z.string().min(1),
    requested: z.string().min(1).describe('What the operator asked for, as written.'),
    version: z.string().min(1),
    digest: Digest,
    source: z.string().min(1).describe('Where the bytes came from: a path or an address.'),
  })
  .readonly();
export type LockEntry = z.infer<typeof LockEntry>;

/** `packwright.lock`: the packs of one directory, by id. */
export const LockFile = z
  .strictObject({ schema: z.literal('packwright.lock/v1'), packs: z.array(LockEntry).readonly() })
  .readonly();
export type LockFile = z.infer<typeof LockFile>;

/** A change that is carried out whole, by this process or by the next one. Paths are below our place in the store. */
export const SwapIntent = z.strictObject({
  id: z.string(),
  /** The complete pack that takes the place; null to leave it empty. */
  from: z.string().nullable(),
  /** Where the pack goes that stands there now. */
  keep: z.string(),
  entry: LockEntry.nullable(),
});
export type SwapIntent = z.infer<typeof SwapIntent>;
