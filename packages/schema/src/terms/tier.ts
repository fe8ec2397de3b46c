import * as z from 'zod';

/** How far a pack of a catalog was reviewed; the catalog decides it, never the author. */
export const Tier = z.enum(['recommended', 'verified', 'community']).meta({
  description: 'How far the pack was reviewed. It says nothing about who can see it.',
  enumDescriptions: [
    'A starting point that the platform offers for new roles.',
    'Reviewed by the platform.',
    'Not reviewed: every pack that an organisation owns.',
  ],
});
export type Tier = z.infer<typeof Tier>;
