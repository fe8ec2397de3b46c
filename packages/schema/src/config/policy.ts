import * as z from 'zod';
import { RiskTier } from '../terms/risk.ts';

/** What policy says of an action: run it, ask a person first, or refuse it. */
export const PolicyDecision = z.enum(['allow', 'ask', 'deny']).meta({
  enumDescriptions: ['Runs at once.', 'Waits until a person approves.', 'Never runs.'],
});
export type PolicyDecision = z.infer<typeof PolicyDecision>;

/** Where a person can approve a run. */
export const ApprovalChannel = z.enum(['terminal', 'elicitation', 'elicitation-http', 'catalog']).meta({
  enumDescriptions: [
    'A person at the terminal of the host.',
    'The client of an MCP server on the same host.',
    'The client of an MCP server that is reached over HTTP.',
    'A person who is signed in at the catalog.',
  ],
});
export type ApprovalChannel = z.infer<typeof ApprovalChannel>;

/** A channel that may approve whatever can do much harm: whoever answers over HTTP is not known well enough. */
const StrongChannel = ApprovalChannel.exclude(['elicitation-http']);

const TIERS = 'Tiers may not get looser as risk rises.';

const PolicyDefaults = z
  .strictObject({
    low: PolicyDecision.optional().describe('Default: allow.'),
    medium: PolicyDecision.optional().describe('Default: allow.'),
    high: PolicyDecision.optional().describe('Default: ask.'),
    critical: PolicyDecision.optional().describe('Default: deny.'),
    unrated: PolicyDecision.optional().describe(
      'For actions that nobody has rated; never looser than `high`. Default: ask.',
    ),
  })
  .meta({ title: 'Decisions by tier' });

const PolicyApproval = z
  .strictObject({
    low: z.array(ApprovalChannel).optional().describe('Default: all.'),
    medium: z.array(ApprovalChannel).optional().describe('Default: all.'),
    high: z.array(StrongChannel).optional().describe('Default: all but `elicitation-http`.'),
    critical: z.array(StrongChannel).optional().describe('Default: all but `elicitation-http`.'),
    unrated: z.array(StrongChannel).optional().describe('Default: all but `elicitation-http`.'),
  })
  .meta({ title: 'Channels by tier' });

const PolicyOverride = z
  .strictObject({
    name: z.string().min(1).describe('What the override is for; shown with every decision it makes.'),
    action: z
      .string()
      .min(1)
      .describe('Action ids it is for; `*` stands for any text, letters match in either case.'),
    decision: PolicyDecision.describe('What happens to a run of a matching action.'),
  })
  .meta({ title: 'Override' });

/** What may run, by risk; what is left out keeps its default. */
export const PolicyDocument = z
  .strictObject({
    defaults: PolicyDefaults.optional().describe(`The decision for each tier of risk. ${TIERS}`),
    overrides: z
      .array(PolicyOverride)
      .optional()
      .describe('Decisions for single actions; the first that matches wins over the tier.'),
    approval: PolicyApproval.optional().describe('Where a person may approve, for each tier of risk.'),
  })
  .meta({ title: 'Policy' });
export type PolicyDocument = z.infer<typeof PolicyDocument>;

/** Which actions a host admits at all; checked before policy. */
export const AdmissionDocument = z
  .strictObject({
    allow: z
      .array(z.string())
      .optional()
      .describe(
        'Patterns of action ids (`*`, `?`, `[a-z]`, `\\\\` as escape); with any, at least one has to match.',
      ),
    deny: z.array(z.string()).optional().describe('Patterns of action ids that are refused.'),
    max_risk: RiskTier.optional().describe('The highest tier admitted; unrated actions count as critical.'),
  })
  .meta({ title: 'Admission' });
export type AdmissionDocument = z.infer<typeof AdmissionDocument>;
