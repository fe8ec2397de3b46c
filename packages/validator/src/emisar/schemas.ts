import type * as schemas from '@packwright/schema/emisar';
import { Deferred } from '@packwright/values';

/** The schemas of emisar's documents, which only documents with faults need. */
export const emisarSchemas = new Deferred<typeof schemas>(() => import('@packwright/schema/emisar'));
