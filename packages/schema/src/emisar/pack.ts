import * as z from 'zod';
import { EmisarPackId, EmisarVersion, EmisarVersionFloor } from './identifiers.ts';
import { RequiredText, SchemaVersion, WholeNumber } from './scalars.ts';
import { EmisarSetup } from './setup.ts';
import { packSnippet } from './snippets.ts';

export const EmisarRequirements = z
  .strictObject({
    os: z
      .array(z.string().meta({ examples: ['linux', 'darwin', 'freebsd', 'windows'] }))
      .optional()
      .describe(
        'Operating systems by their Go names, such as `linux`. Used to suggest packs, never enforced.',
      ),
    binaries: z
      .array(z.string())
      .optional()
      .describe('Programs that the actions start. A missing one only shows when an action runs.'),
  })
  .meta({ title: 'Requirements' });
export type EmisarRequirements = z.infer<typeof EmisarRequirements>;

export const EmisarDetection = z
  .strictObject({
    binaries: z.array(z.string()).optional().describe('Programs whose presence suggests this pack.'),
    processes: z
      .array(z.string())
      .optional()
      .describe('Names of processes whose presence suggests this pack.'),
    ports: z
      .array(
        WholeNumber.min(1)
          .max(65535)
          .meta({ examples: [443] }),
      )
      .optional()
      .describe('Listening TCP ports, 1 to 65535, that support the suggestion.'),
  })
  .meta({ title: 'Detection' });
export type EmisarDetection = z.infer<typeof EmisarDetection>;

/** `pack.yaml`. Closed at every level, because the loader refuses a pack with a key it does not know. */
export const EmisarPack = z
  .strictObject({
    schema_version: SchemaVersion,
    id: EmisarPackId.describe(
      'Identity of the pack, 1 to 128 characters; directory names do not matter. Without dots and up to 80 characters it can also be addressed over MCP.',
    ),
    name: RequiredText.describe('Name for people. Any non-empty text.'),
    version: EmisarVersion.describe(
      'Version of the pack, 1 to 64 characters. Best dot-numeric such as `1.4.0`: catalogs and MCP take nothing else.',
    ),
    description: RequiredText.describe(
      'What the pack is for. Any non-empty text; catalogs fold its whitespace.',
    ),
    vendor: z
      .string()
      .optional()
      .describe('Who maintains the pack. Catalogs show `emisar` when it is left out.'),
    homepage: z.string().optional().describe('Where to read more. Not checked to be a URL.'),
    retired_below: EmisarVersionFloor.optional().describe(
      'Dot-numeric version such as `0.2.4`; catalogs retire every older version. Nothing is retired by default.',
    ),
    requires: EmisarRequirements.optional().describe('What the host has to offer.'),
    detect: EmisarDetection.optional().describe('Signs on a host by which this pack is suggested.'),
    setup: EmisarSetup.optional().describe('What an operator does before the first run.'),
    actions: z
      .array(RequiredText)
      .min(1)
      .describe(
        'Paths of the action files, relative to the pack, at least one. Files that are not listed are not part of the pack. The text as written enters the content hash.',
      ),
    allow_symlinks: z
      .boolean()
      .optional()
      .describe('Allow links that stay inside the pack for action files and scripts. Default `false`.'),
  })
  .meta({
    title: 'emisar pack',
    description: 'The manifest of an emisar action pack.',
    defaultSnippets: [packSnippet],
  });
export type EmisarPackDocument = z.infer<typeof EmisarPack>;
