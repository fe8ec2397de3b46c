// The dialect of schemas inside documents: `parameters`, `output`, `conf_schema`, `item_schema`. The loader takes any
// mapping here; its form and its meaning are judged by the validator's `attune/dialect`. What stands here is for
// editors, in the flat form that every live pack uses.
import * as z from 'zod';
import { hinted } from './leniency.ts';
import { Whole } from './scalars.ts';

export const AttunePropertyType = z
  .enum(['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'])
  .meta({
    enumDescriptions: [
      'Text.',
      'A whole number; `"5"` is none.',
      'Any number.',
      'True or false; `1` is neither.',
      'A list; `items` says of what.',
      'A mapping; `properties` says of what.',
      'Nothing.',
    ],
  });
export type AttunePropertyType = z.infer<typeof AttunePropertyType>;

const count = (description: string) => Whole.min(0).optional().describe(description);

/** One entry of a flat schema: a fragment of JSON Schema with a few flags of its own. */
export const AttuneProperty = z
  .looseObject({
    type: AttunePropertyType.describe('Type of the value. Nothing is converted.'),
    description: z.string().optional().describe('What the value means, for people and models.'),
    required: z
      .union([z.boolean(), z.array(z.string())])
      .optional()
      .describe('Whether the value has to be sent. Default `false`. A `default` does not make up for it.'),
    secret: z
      .boolean()
      .optional()
      .describe(
        'Keep the value encrypted and masked. Default `false`. A secret may only flow into a secret.',
      ),
    default: z
      .unknown()
      .optional()
      .describe(
        'What the value is taken for when it is not sent. Shown only: the script has to apply it itself.',
      ),
    enum: z.array(z.unknown()).optional().describe('The only values allowed.'),
    const: z.unknown().optional().describe('The one value allowed.'),
    pattern: z
      .string()
      .optional()
      .describe('Regular expression that a text has to match anywhere; anchor it with `^` and `$`.'),
    format: z.string().optional().describe('What kind of text it is, such as `date-time`. Not checked.'),
    minimum: z.number().optional().describe('Least number.'),
    maximum: z.number().optional().describe('Greatest number.'),
    exclusiveMinimum: z.number().optional().describe('Number that the value has to be above.'),
    exclusiveMaximum: z.number().optional().describe('Number that the value has to be below.'),
    multipleOf: z.number().optional().describe('Step of the number, counted from 0.'),
    minLength: count('Fewest characters of a text.'),
    maxLength: count('Most characters of a text.'),
    minItems: count('Fewest entries of a list.'),
    maxItems: count('Most entries of a list.'),
    uniqueItems: z.boolean().optional().describe('Whether no two entries of a list may be equal.'),
    items: z
      .lazy((): z.ZodType => AttuneProperty)
      .optional()
      .describe('What each entry of a list is.'),
    properties: z
      .record(
        z.string(),
        z.lazy((): z.ZodType => AttuneProperty),
      )
      .optional()
      .describe('What a mapping holds, each entry as here.'),
    additionalProperties: z
      .unknown()
      .optional()
      .describe('`false` for a mapping without other keys, or what its other keys hold.'),
    position: Whole.optional()
      .describe('Place in a list of arguments. Kept from older packs; it has no effect.')
      .meta({ doNotSuggest: true }),
    key_ref: z
      .string()
      .optional()
      .describe('Name of the key in the keystore that a form suggests.')
      .meta({ doNotSuggest: true }),
  })
  .meta({ id: 'AttuneProperty', title: 'Property' });

/** A mapping from names to properties. */
export const flatSchema = (description: string) =>
  z.record(z.string(), hinted(AttuneProperty)).describe(description);
