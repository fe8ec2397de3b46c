import * as z from 'zod';

/** Who finds a pack in a catalog. */
export const Visibility = z.enum(['org', 'community']).meta({
  description: 'Who finds the pack.',
  enumDescriptions: ['The organisation that owns it.', 'Every organisation.'],
});
export type Visibility = z.infer<typeof Visibility>;
