import * as z from 'zod';
import { riskTiers } from './risk-tiers.ts';

/** One of the tiers of risk. */
export const RiskTier = z.enum(riskTiers).meta({
  description: 'How much harm a run can do; approval policy is written against this tier.',
  enumDescriptions: [
    'Reads only: changes nothing on the host or behind it.',
    'Changes something small that is easy to undo.',
    'Interrupts service, changes data or configuration, or reveals a lot.',
    'Destroys data, takes a system down, or runs whatever the caller sends.',
  ],
});
export type RiskTier = z.infer<typeof RiskTier>;

/** A tier, or `unrated` where the format has no word for risk. */
export const RiskRating = z.enum([...riskTiers, 'unrated']);
export type RiskRating = z.infer<typeof RiskRating>;
