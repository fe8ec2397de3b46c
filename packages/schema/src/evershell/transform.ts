// Specs/evershell 3.10. The keys are closed. That exactly one kind of change is there, and whom it reaches, are rules.
import * as z from 'zod';
import { EvershellComputed } from './expression.ts';
import { EvershellIdentifier } from './identifier.ts';

/** What a header, a query parameter or the path is set to. */
export const EvershellTextValue = z.union([z.string(), z.number(), z.boolean(), EvershellComputed]);
export type EvershellTextValue = z.infer<typeof EvershellTextValue>;

/** What a member of a JSON body is set to. */
export const EvershellBodyValue = z.union([z.string(), z.number(), z.boolean(), z.null(), EvershellComputed]);
export type EvershellBodyValue = z.infer<typeof EvershellBodyValue>;

export const EvershellAuth = z
  .strictObject({
    credential: z.string().min(1).describe('Name of the credential, as the operator calls it.'),
    scopes: z
      .array(z.string().min(1))
      .optional()
      .describe('Scopes to ask for when a token has to be minted. Those of the credential when left out.'),
  })
  .meta({ title: 'Credential' });
export type EvershellAuth = z.infer<typeof EvershellAuth>;

const values = z.record(z.string(), EvershellTextValue);
const names = z.array(z.string().min(1));

export const EvershellHeaderChange = z
  .strictObject({
    set: values
      .optional()
      .describe(
        'Headers to set, in place of those that are there. Names are read without regard to case; `host`, `content-length` and the headers of the connection stay as they are.',
      ),
    add: values.optional().describe('Headers to add beside those that are there.'),
    remove: names.optional().describe('Headers to remove.'),
  })
  .meta({ title: 'Header change' });
export type EvershellHeaderChange = z.infer<typeof EvershellHeaderChange>;

export const EvershellQueryChange = z
  .strictObject({
    set: values.optional().describe('Parameters to set, in place of those that are there.'),
    add: values.optional().describe('Parameters to add at the end.'),
    remove: names.optional().describe('Parameters to remove.'),
  })
  .meta({ title: 'Query change' });
export type EvershellQueryChange = z.infer<typeof EvershellQueryChange>;

const Prefix = z.string().regex(/^\//, 'a path that starts with "/"');

export const EvershellPathChange = z
  .strictObject({
    strip_prefix: Prefix.optional().describe(
      'Whole segments to take off the beginning. A request whose path begins otherwise is refused.',
    ),
    add_prefix: Prefix.optional().describe('Segments to put before the path.'),
    replace: EvershellTextValue.optional().describe(
      'The whole new path, which starts with `/` and has no query. Not together with the prefixes.',
    ),
  })
  .meta({ title: 'Path change' });
export type EvershellPathChange = z.infer<typeof EvershellPathChange>;

export const EvershellBodyChange = z
  .strictObject({
    set: z
      .record(z.string(), EvershellBodyValue)
      .optional()
      .describe(
        'Values to set, by JSON Pointer such as `/message/channel`. What holds them has to be there.',
      ),
    remove: z.array(z.string()).optional().describe('JSON Pointers of what to remove.'),
  })
  .meta({ title: 'Body change' });
export type EvershellBodyChange = z.infer<typeof EvershellBodyChange>;

/** A change to admitted requests. */
export const EvershellTransform = z
  .strictObject({
    name: EvershellIdentifier.optional().describe(
      'Name in the audit log, unique in the capability. `t` and its position from 0 when left out.',
    ),
    applies_to: z
      .array(EvershellIdentifier)
      .min(1)
      .optional()
      .describe('Names of allow rules of this capability. All rules when left out.'),
    auth: z
      .union([z.string().min(1), EvershellAuth])
      .optional()
      .describe(
        'Credential to authenticate with, by name. At most one reaches a rule. One of `auth`, `headers`, `query`, `path`, `body` is there.',
      ),
    headers: EvershellHeaderChange.optional().describe('Headers to set, add or remove.'),
    query: EvershellQueryChange.optional().describe('Query parameters to set, add or remove.'),
    path: EvershellPathChange.optional().describe('Change of the path. The host never changes.'),
    body: EvershellBodyChange.optional().describe('Change of a JSON body.'),
  })
  .meta({ title: 'Transform' });
export type EvershellTransform = z.infer<typeof EvershellTransform>;
