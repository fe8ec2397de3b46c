// `pack.yaml`. Open at every level, because every loader passes over keys it does not know.
// Live: what the registrar of A@126b167 refuses, and what `attune pack check` calls an error; keys under an older name
// as A@085c9a4 normalises them. Seed: the document of 2024-01-20.
import * as z from 'zod';
import { AttunePackRef, AttuneVersion } from './identifiers.ts';
import { ignored, lenient } from './leniency.ts';
import { placement } from './placement.ts';
import { flatSchema } from './property.ts';
import { FreeMap, Whole, WrittenText } from './scalars.ts';
import { packSnippet } from './snippets.ts';

export const AttuneTestRunner = z
  .looseObject({
    type: z
      .enum(['script', 'unittest', 'pytest'])
      .describe('What runs the tests.')
      .meta({
        enumDescriptions: [
          'A shell script: by `/bin/sh` when it ends in `.sh`, else by `/bin/bash`.',
          'Python’s own `unittest`.',
          '`pytest`, with `-v`.',
        ],
      }),
    entry_point: WrittenText.describe('File or directory with the tests, relative to the pack.'),
    timeout: Whole.min(0).optional().describe('Seconds until the run is stopped. Default 300.'),
    result_format: z
      .enum(['simple', 'json'])
      .optional()
      .describe('How results are read. Default `simple`.')
      .meta({ enumDescriptions: ['From lines of the output and the exit code.', 'From a JSON document.'] }),
  })
  .meta({ title: 'Test runner' });
export type AttuneTestRunner = z.infer<typeof AttuneTestRunner>;

export const AttuneTesting = z
  .looseObject({
    enabled: z.boolean().describe('Whether the tests run when the pack is registered.'),
    discovery: z
      .looseObject({
        method: z
          .string()
          .describe('How tests are found. For information only.')
          .meta({ examples: ['directory'] }),
        path: z.string().optional().describe('Where tests are found. For information only.'),
      })
      .describe('How tests are found. It has to be there, and nothing reads it.'),
    runners: z
      .record(z.string(), AttuneTestRunner)
      .describe('What runs the tests, by a name of your choice. May be empty.'),
    result_path: ignored('Nothing reads it.'),
    min_pass_rate: ignored('Nothing reads it: any test that fails refuses the pack.'),
    on_failure: ignored('Nothing reads it: any test that fails refuses the pack.'),
  })
  .meta({ title: 'Testing' });
export type AttuneTesting = z.infer<typeof AttuneTesting>;

const ref = AttunePackRef.describe(
  'Identity of the pack, and the first part of the ref of everything in it. No dots.',
);
const version = AttuneVersion.describe(
  'Version of the pack, by Semantic Versioning. Quote it: `1.0` alone is a number.',
);
const words = (description: string) => z.array(lenient(z.string())).optional().describe(description);

const free = {
  config: FreeMap.optional()
    .describe('Default configuration, by the document. No loader applies it: a new pack starts with none.')
    .meta({ doNotSuggest: true }),
  meta: FreeMap.optional().describe('Anything else worth saying, such as `category` or where the source is.'),
  tags: words('Words by which catalogs find the pack.'),
  runtime_deps: words('Runtimes the pack needs, best with a constraint: `python3>=3.10`. Not enforced.'),
};

const people = {
  author: z.string().optional().describe('Who wrote the pack. Not stored.'),
  email: z.string().optional().describe('How to reach the author. Not stored.'),
  system: z
    .boolean()
    .optional()
    .describe('Has no effect: no pack that is installed counts as a system pack.')
    .meta({ doNotSuggest: true }),
  enabled: z
    .boolean()
    .optional()
    .describe('Has no effect: a pack that is installed is enabled.')
    .meta({ doNotSuggest: true }),
};

/** A manifest as the live loader reads it; editors are given this one. */
export const AttunePack = z
  .looseObject({
    ref,
    label: z.string().optional().describe('Name for people. When left out, made from `ref`.'),
    description: z.string().optional().describe('What the pack is for.'),
    version,
    ...people,
    conf_schema: flatSchema(
      'The configuration of the pack: one entry per value, each with a `type`. Older loaders read only `config_schema`.',
    ).optional(),
    ...free,
    dependencies: words('Packs it needs, as `ref` or `ref@version`. Stored, and not enforced.'),
    ...placement('everything in the pack'),
    testing: lenient(AttuneTesting)
      .optional()
      .describe(
        'Tests that run when the pack is registered. One that cannot be read fails the registration.',
      ),
    name: z.string().optional().describe('Older name of `label`.').meta({ doNotSuggest: true }),
    config_schema: flatSchema('Older name of `conf_schema`.').optional().meta({ doNotSuggest: true }),
    metadata: FreeMap.optional().describe('Older name of `meta`.').meta({ doNotSuggest: true }),
    keywords: z
      .array(lenient(z.string()))
      .optional()
      .describe('Older name of `tags`.')
      .meta({ doNotSuggest: true }),
  })
  .meta({
    title: 'Attune pack',
    description: 'The manifest of an Attune automation pack.',
    defaultSnippets: [packSnippet],
  });
export type AttunePackDocument = z.infer<typeof AttunePack>;

/** A manifest by the seed document. */
export const AttunePackSeed = z
  .looseObject({
    ref,
    label: WrittenText.describe('Name for people.'),
    description: WrittenText.describe('What the pack is for.'),
    version,
    ...people,
    conf_schema: FreeMap.optional().describe('The configuration of the pack, as a JSON Schema.'),
    ...free,
  })
  .meta({ title: 'Attune pack (seed)' });
export type AttunePackSeedDocument = z.infer<typeof AttunePackSeed>;
