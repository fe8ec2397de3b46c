import type * as schemas from '@packwright/schema/attune';
import { Deferred } from '@packwright/values';

/** The schemas of Attune's documents, which only documents with something unexpected need. */
export const attuneSchemas = new Deferred<typeof schemas>(() => import('@packwright/schema/attune'));
