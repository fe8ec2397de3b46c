import * as z from 'zod';

/** A name within a list of capabilities (specs/evershell 3.2). A leading `_` is the platform's. */
export const EvershellIdentifier = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'letters, digits, "_" and "-", starting with a letter');
export type EvershellIdentifier = z.infer<typeof EvershellIdentifier>;
