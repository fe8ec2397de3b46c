// Keys that several kinds of component share.
import * as z from 'zod';
import { AttunePackRef } from './identifiers.ts';
import { lenient } from './leniency.ts';
import { Int32 } from './scalars.ts';

/** Name and description as the live loader reads them: both optional, and text or refused. */
export const naming = {
  label: z
    .string()
    .optional()
    .describe(
      'Name for people. When left out, made from the last part of `ref`: `find_host` becomes "Find Host".',
    ),
  description: z.string().optional().describe('What it is for, for people and models.'),
};

/** Anything but true or false counts as nothing written. */
export const enabled = (description: string) => lenient(z.boolean()).optional().describe(description);

export const referenceVisibility = {
  reference_visibility: lenient(
    z.enum(['public', 'private', 'restricted']).meta({
      enumDescriptions: [
        'Any pack.',
        'This pack only.',
        'This pack and those in `reference_allowed_pack_refs`.',
      ],
    }),
  )
    .optional()
    .describe(
      'Which packs may refer to it. Default `public`. Case does not matter; another word refuses the pack.',
    ),
  reference_allowed_pack_refs: z
    .array(z.string().min(1))
    .optional()
    .describe('The packs that may refer to it. Only with `reference_visibility: restricted`.'),
};

const policy = z.enum(['versions', 'days', 'hours', 'minutes']);

export const retention = {
  log_retention_policy: policy
    .optional()
    .describe('Unit by which logs are kept; `log_retention_limit` says how many.'),
  log_retention_limit: Int32.nullish().describe(
    'How many versions, days, hours or minutes of logs are kept.',
  ),
  artifact_retention_policy: policy
    .optional()
    .describe('Unit by which artifacts are kept; `artifact_retention_limit` says how many.'),
  artifact_retention_limit: Int32.nullish().describe(
    'How many versions, days, hours or minutes of artifacts are kept.',
  ),
};

export const packRef = AttunePackRef.optional().describe('The pack it belongs to. Has to be this one.');

export const permissionSetRefs = z.union([z.string().min(1), z.array(z.string().min(1)), z.null()]);

/** The release format of A@126b167; the registrar of a plain directory does not read it. */
export const AttuneLaunch = z
  .discriminatedUnion('type', [
    z
      .strictObject({
        type: z.literal('file').describe('How it starts.'),
        path: z.string().describe('Script, relative to the pack.'),
      })
      .meta({
        title: 'Launch (file)',
        enumDescription: 'A script that the interpreter of the runtime reads.',
      }),
    z
      .strictObject({
        type: z.literal('native').describe('How it starts.'),
        artifact: z.string().describe('Id of a program of the release.'),
      })
      .meta({ title: 'Launch (native)', enumDescription: 'A compiled program.' }),
    z
      .strictObject({
        type: z.literal('java_jar').describe('How it starts.'),
        artifact: z.string().describe('Id of a JAR of the release.'),
        jvm_args: z.array(z.string()).optional().describe('Options of the virtual machine, taken literally.'),
      })
      .meta({ title: 'Launch (java_jar)', enumDescription: 'A JAR with a main class.' }),
    z
      .strictObject({
        type: z.literal('java_class').describe('How it starts.'),
        main_class: z.string().describe('Class to start.'),
        classpath: z
          .array(
            z.union([
              z.strictObject({ path: z.string().describe('A directory, relative to the pack.') }),
              z.strictObject({ artifact: z.string().describe('Id of a JAR of the release.') }),
            ]),
          )
          .describe('Directories of the pack and JARs of the release, each once.'),
        jvm_args: z.array(z.string()).optional().describe('Options of the virtual machine, taken literally.'),
      })
      .meta({ title: 'Launch (java_class)', enumDescription: 'A class on a class path.' }),
    z
      .strictObject({
        type: z.literal('intrinsic').describe('How it starts.'),
        handler: z.string().describe('Name of a handler of the platform. None exists yet.'),
      })
      .meta({ title: 'Launch (intrinsic)', enumDescription: 'A handler of the platform; for actions only.' }),
  ])
  .meta({ id: 'AttuneLaunch', title: 'Launch' });
export type AttuneLaunch = z.infer<typeof AttuneLaunch>;
