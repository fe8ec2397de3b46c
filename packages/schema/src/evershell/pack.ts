// Specs/evershell 2. Closed, but for keys that begin with `x-`; a misspelt key would look like one that counts.
import * as z from 'zod';
import { Category } from '../terms/category.ts';
import { EvershellCapability } from './capability.ts';
import { packSnippet } from './snippets.ts';

/** The name of a pack: a directory name and a component of a registry's repository (specs/evershell 1.7). */
export const EvershellSlug = z
  .string()
  .min(1)
  .max(63)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters and digits, with single "-" between them');
export type EvershellSlug = z.infer<typeof EvershellSlug>;

/** `pack.yaml` of a content pack. What spans two fields or two files is a rule. */
export const EvershellPack = z
  .strictObject({
    name: EvershellSlug.describe(
      'Name of the pack, 1 to 63 characters. It is mounted at `/workspace/packs/<name>/`, and the name never changes afterwards.',
    ),
    display_name: z
      .string()
      .max(80)
      .optional()
      .describe('Name for people, at most 80 characters. Made from `name` when left out.'),
    description: z
      .string()
      .max(1024)
      .optional()
      .describe(
        'What the pack is for, one paragraph of at most 1,024 characters. The agent reads it in its list of packs.',
      ),
    version: z
      .string()
      .max(128)
      .regex(
        /^(?:[A-Za-z0-9_][A-Za-z0-9._+-]*)?$/,
        'letters, digits, ".", "_", "+" and "-", beginning with a letter, a digit or "_"',
      )
      .nullish()
      .describe(
        'Version of the pack, in quotes when it looks like a number. Becomes the tag of the image, with `_` for `+`. Made from the contents, as `sha-` and 12 digits, when left out or empty.',
      )
      .meta({ examples: ['1.0.0', '2026-11'] }),
    category: Category.optional().describe('Shelf of the catalog. Default `general`.'),
    capabilities: z
      .array(EvershellCapability)
      .max(200)
      .optional()
      .describe(
        'What the pack needs to reach over the network. Copied into a role when the pack is attached, and not before; nothing else is granted.',
      ),
    suggested_packs: z
      .union([z.array(EvershellSlug).max(20), z.string()])
      .optional()
      .describe(
        'Names of at most 20 packs that go well with this one: a list, or one text with commas. Packs that nobody has are passed over.',
      )
      .meta({ examples: [['web-fetch']] }),
  })
  .meta({
    title: 'Evershell pack',
    description: 'The manifest of an Evershell content pack.',
    // Keys of the author's own, which nothing reads.
    patternProperties: { '^x-': {} },
    defaultSnippets: [packSnippet],
  });
export type EvershellPackDocument = z.infer<typeof EvershellPack>;
