// Specs/evershell 3.3 and 3.4: what an agent may reach over the network. Closed at every level: a misspelt limit would
// look like one that is in force. What spans two fields, and what a text means, are rules.
import * as z from 'zod';
import { EvershellBudgets } from './budget.ts';
import { EvershellExpression } from './expression.ts';
import { EvershellIdentifier } from './identifier.ts';
import { EvershellTransform } from './transform.ts';

/** The methods that a rule can admit. None implies another. */
export const EvershellMethod = z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']);
export type EvershellMethod = z.infer<typeof EvershellMethod>;

/** One way for a request to be admitted. */
export const EvershellAllowRule = z
  .strictObject({
    name: EvershellIdentifier.optional().describe(
      'Name to which `applies_to` can point, unique in the capability.',
    ),
    domains: z
      .array(
        z
          .string()
          .min(1)
          .meta({ examples: ['api.example.com', '*.example.com', 'api.example.com:8443'] }),
      )
      .min(1)
      .describe(
        'Host names, without scheme and path. `*` in the leftmost label stands for characters of that label, `**` as that label for one or more labels. A port only when it is not the default.',
      ),
    methods: z.array(EvershellMethod).min(1).describe('Methods, in capitals. `GET` does not imply `HEAD`.'),
    paths: z
      .array(
        z
          .string()
          .regex(/^\//, 'a path that starts with "/"')
          .meta({ examples: ['/api/v1/**', '/webhook/*'] }),
      )
      .optional()
      .describe(
        'Paths, without query. `*` stands for characters of a segment, `**` as a whole segment for any number of segments. Any path when left out or empty.',
      ),
    allow_insecure: z
      .boolean()
      .optional()
      .describe(
        'Also admit plain `http`. Certificates of `https` are checked all the same. Default `false`.',
      ),
    when: z
      .union([EvershellExpression, z.array(EvershellExpression).min(1)])
      .optional()
      .describe(
        'CEL expressions over `request`, `workspace`, `task` and `now`, each true or false; all have to be true. One that fails counts as false. At most 2 KiB each.',
      )
      .meta({ examples: ['request.body.channel.startsWith("ops-")'] }),
    body_schema: z
      .union([z.boolean(), z.record(z.string(), z.unknown())])
      .optional()
      .describe(
        'JSON Schema (2020-12) for the JSON body of the request, at most 1 MiB. References stay within the schema; `format` checks nothing.',
      ),
  })
  .meta({ title: 'Allow rule' });
export type EvershellAllowRule = z.infer<typeof EvershellAllowRule>;

export const EvershellCapability = z
  .strictObject({
    name: EvershellIdentifier.describe(
      'Name of the capability, unique in the list. A capability of a role replaces one of its provider with the same name.',
    ),
    type: z.enum(['http']).describe('Kind of traffic; `http` is the only one.'),
    allow: z
      .array(EvershellAllowRule)
      .min(1)
      .max(64)
      .describe('What is admitted, 1 to 64 rules. Everything else is refused.'),
    transforms: z
      .array(EvershellTransform)
      .max(64)
      .optional()
      .describe('Changes to admitted requests, at most 64. One that fails refuses the request.'),
    budgets: EvershellBudgets.optional().describe('Limits on how much may be used.'),
  })
  .meta({ title: 'Capability' });
export type EvershellCapability = z.infer<typeof EvershellCapability>;

/** A whole list, as a role, a provider or a pack holds it. An empty one grants nothing. */
export const EvershellCapabilities = z
  .array(EvershellCapability)
  .max(200)
  .meta({ title: 'Capabilities', description: 'What an agent may reach over the network.' });
export type EvershellCapabilities = z.infer<typeof EvershellCapabilities>;
