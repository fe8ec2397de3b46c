import * as z from 'zod';
import { Automation } from './automation.ts';
import { Content } from './content.ts';
import { Network } from './network.ts';
import { PackCard } from './pack-card.ts';
import { Requirements } from './requirements.ts';
import { Runnable } from './runnable.ts';

/** The read model of a pack: its card, and the facets that its format fills. A facet that is there is complete. */
export const PackView = z
  .strictObject({
    card: PackCard,
    runnable: Runnable.exactOptional(),
    requirements: Requirements.exactOptional(),
    automation: Automation.exactOptional(),
    content: Content.exactOptional(),
    capabilities: Network.exactOptional(),
  })
  .readonly();
export type PackView = z.infer<typeof PackView>;
