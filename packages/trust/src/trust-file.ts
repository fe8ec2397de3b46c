import { Digest, RiskTier } from '@packwright/schema';
import * as z from '@packwright/schema/zod';

/** What an operator has decided about one version of a pack. */
export const TrustState = z.enum(['pending', 'trusted', 'rejected', 'revoked', 'retired']);
export type TrustState = z.infer<typeof TrustState>;

/** One version of a pack. */
export const PackIdentity = z
  .strictObject({ format: z.string().min(1), id: z.string().min(1), version: z.string().min(1) })
  .readonly();
export type PackIdentity = z.infer<typeof PackIdentity>;

const Moment = z.iso.datetime();

/** One step in the history of a version: what happened, who did it, and why. */
export const TrustStep = z
  .strictObject({
    at: Moment,
    by: z.string().min(1),
    event: z.enum([
      'seen',
      'drifted',
      'restored',
      'trusted',
      'rejected',
      'revoked',
      'retired',
      'withdrawn',
      'rated',
    ]),
    digest: Digest.nullable(),
    reason: z.string(),
  })
  .readonly();
export type TrustStep = z.infer<typeof TrustStep>;

/** What is known of one version: its state, the bytes that are trusted, and other bytes that wait for a decision. */
export const TrustEntry = z
  .strictObject({
    pack: PackIdentity,
    state: TrustState,
    trusted: Digest.nullable().describe('The digest that was trusted last; null before the first time.'),
    parked: Digest.nullable().describe('A digest that was seen and waits for a decision.'),
    byList: z.boolean().describe('Whether the allow-list alone made it trusted.'),
    ratings: z.record(z.string(), RiskTier).readonly().describe('Ratings of unrated actions, for `trusted`.'),
    history: z.array(TrustStep).readonly(),
  })
  .readonly();
export type TrustEntry = z.infer<typeof TrustEntry>;

/** A version that an allow-list trusts or retires. */
export const AllowedPack = z
  .strictObject({
    pack: PackIdentity,
    digest: Digest,
    ratings: z.record(z.string(), RiskTier).readonly(),
    retired: z.string().nullable().describe('Why the version is retired; null where it is not.'),
  })
  .readonly();
export type AllowedPack = z.infer<typeof AllowedPack>;

/** Bytes that may never be trusted again, whatever list or operator says. */
export const RevokedDigest = z.strictObject({ digest: Digest, reason: z.string() }).readonly();
export type RevokedDigest = z.infer<typeof RevokedDigest>;

/** What a signed allow-list says. */
export const AllowList = z
  .strictObject({
    schema: z.literal('packwright.allow-list/v1'),
    version: z.int().min(1).describe('Rises with every list; a lower one is refused.'),
    issued: Moment,
    expires: Moment,
    keys: z.array(z.string()).min(1).readonly().describe('Keys of which one has to sign the next list.'),
    packs: z.array(AllowedPack).readonly(),
    revoked: z.array(RevokedDigest).readonly(),
  })
  .readonly();
export type AllowList = z.infer<typeof AllowList>;

/** All that a host knows about trust. */
export const TrustFile = z
  .strictObject({
    schema: z.literal('packwright.trust/v1'),
    packs: z.array(TrustEntry).readonly(),
    revoked: z.array(RevokedDigest).readonly(),
    allowList: z
      .strictObject({
        sha256: z.string(),
        list: AllowList,
        reset: z
          .strictObject({ by: z.string().min(1), at: Moment, reason: z.string() })
          .readonly()
          .optional()
          .describe('Who forgot its keys, so that those of the settings count again.'),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type TrustFile = z.infer<typeof TrustFile>;
