// `runtimes/*.yaml`. Open, because the loader passes over keys it does not know, and what it does read it stores as it
// is. What A@126b167 refuses, and what `attune pack check` calls an error. The seed document knows no runtimes.
import * as z from 'zod';
import { naming, packRef } from './component.ts';
import { AttuneComponentRef } from './identifiers.ts';
import { lenient } from './leniency.ts';
import { FreeMap, Whole, WrittenText } from './scalars.ts';

const command = (description: string) =>
  z
    .array(z.string().meta({ examples: ['{interpreter}', '{env_dir}', '{pack_dir}', '{manifest_path}'] }))
    .optional()
    .describe(description);

export const AttuneEnvironmentChange = z
  .looseObject({
    operation: z
      .enum(['set', 'prepend', 'append'])
      .optional()
      .describe('What becomes of a value that is there. Default `set`.')
      .meta({
        enumDescriptions: ['It is replaced.', 'The new one goes before it.', 'The new one goes behind it.'],
      }),
    value: z.string().describe('The value; it may hold `{pack_dir}` and the like.'),
    separator: z.string().optional().describe('What goes between the two.'),
  })
  .meta({ title: 'Environment change' });
export type AttuneEnvironmentChange = z.infer<typeof AttuneEnvironmentChange>;

export const AttuneExecutionConfig = z
  .looseObject({
    interpreter: lenient(
      z.looseObject({
        binary: z.string().describe('Program that reads the script.'),
        args: z.array(z.string()).optional().describe('Arguments before the script.'),
        file_extension: z.string().nullish().describe('Ending of the scripts it reads, with its dot.'),
      }),
    )
      .optional()
      .describe('What reads the entry point.'),
    inline_execution: lenient(
      z.looseObject({
        strategy: z
          .enum(['direct', 'temp_file'])
          .optional()
          .describe('How code without a file is run.')
          .meta({ enumDescriptions: ['As an argument.', 'From a file made for it.'] }),
        extension: z.string().nullish().describe('Ending of the file made for it.'),
        inject_shell_helpers: z.boolean().optional().describe('Whether helper functions are put in front.'),
      }),
    )
      .optional()
      .describe('How code without a file is run.'),
    environment: lenient(
      z.looseObject({
        env_type: z
          .string()
          .describe('Kind of environment.')
          .meta({ examples: ['virtualenv', 'node_modules'] }),
        dir_name: z.string().optional().describe('Name of its directory.'),
        create_command: command('Command that makes it.'),
        interpreter_path: z.string().nullish().describe('The interpreter inside it.'),
      }),
    )
      .optional()
      .describe('The environment of a pack, made once per pack and version.'),
    dependencies: lenient(
      z.looseObject({
        manifest_file: z.string().describe('File of the pack that lists what it needs.'),
        install_command: command('Command that installs it.'),
      }),
    )
      .optional()
      .describe('How what a pack needs is installed.'),
    env_vars: z
      .record(z.string(), lenient(z.union([z.string(), AttuneEnvironmentChange])))
      .nullish()
      .describe('Variables of every run. Names that start with `ATTUNE_` refuse the pack.'),
  })
  .meta({ id: 'AttuneExecutionConfig', title: 'Execution configuration' });
export type AttuneExecutionConfig = z.infer<typeof AttuneExecutionConfig>;

export const AttuneDistributions = z
  .looseObject({
    verification: lenient(
      z.looseObject({
        always_available: z.boolean().optional().describe('Whether every worker has it.'),
        check_required: z.boolean().optional().describe('Whether a worker has to check.'),
        commands: z
          .array(
            z.looseObject({
              binary: z.string().describe('Program to start.'),
              args: z.array(z.string()).optional().describe('Its arguments.'),
              exit_code: Whole.optional().describe('Exit code that shows it is there. Default 0.'),
              pattern: z.string().optional().describe('Regular expression that its output has to match.'),
              priority: Whole.optional().describe('The lowest is tried first.'),
              optional: z.boolean().optional().describe('Whether a failure is no proof.'),
            }),
          )
          .optional()
          .describe('Commands by which a worker finds out whether it has the runtime.'),
      }),
    )
      .optional()
      .describe('How a worker finds out whether it has the runtime.'),
    min_version: lenient(z.string()).optional().describe('Oldest version that will do. For readers.'),
    recommended_version: lenient(z.string()).optional().describe('Version to use best. For readers.'),
  })
  .meta({ id: 'AttuneDistributions', title: 'Distributions' });
export type AttuneDistributions = z.infer<typeof AttuneDistributions>;

export const AttuneRuntimeVersion = z
  .looseObject({
    version: WrittenText.describe('The version. Quote it: `3.12` alone is a number.'),
    is_default: lenient(z.boolean())
      .optional()
      .describe('Whether it is taken when nothing is asked for. At most one is.'),
    execution_config: lenient(AttuneExecutionConfig)
      .optional()
      .describe('How it runs; it replaces that of the runtime, not only what differs.'),
    distributions: lenient(AttuneDistributions)
      .optional()
      .describe('How a worker finds out whether it has this version.'),
    meta: lenient(FreeMap).optional().describe('Remarks.'),
  })
  .meta({ title: 'Runtime version' });
export type AttuneRuntimeVersion = z.infer<typeof AttuneRuntimeVersion>;

/** A runtime. */
export const AttuneRuntime = z
  .looseObject({
    ref: AttuneComponentRef.describe('Identity of the runtime: the ref of this pack and a name.'),
    pack_ref: packRef,
    name: WrittenText.describe('Name of the runtime; `runner_type` finds it by this too, whatever the case.'),
    aliases: lenient(z.array(z.string())).optional().describe('Further names, read in lower case.'),
    ...naming,
    distributions: lenient(AttuneDistributions)
      .optional()
      .describe('Which versions there are and how a worker finds them.'),
    installation: lenient(FreeMap).optional().describe('How it is installed. For readers.'),
    execution_config: AttuneExecutionConfig.optional().describe('How scripts are run.'),
    versions: z
      .array(AttuneRuntimeVersion)
      .optional()
      .describe('Versions that are run in their own way. Each only once.'),
  })
  .meta({
    title: 'Attune runtime',
    description: 'One runtime of an Attune pack: what runs scripts, and how.',
  });
export type AttuneRuntimeDocument = z.infer<typeof AttuneRuntime>;
