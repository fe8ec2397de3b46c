import * as z from 'zod';
import { ConfigDuration, RequiredText, WholeNumber } from './scalars.ts';

const argv = z.array(z.string().meta({ examples: ['{{ args.name }}', '{{ args.name? }}'] }));

export const EmisarCommand = z
  .strictObject({
    binary: RequiredText.regex(
      /^(?:\/bin\/sh|[^/\\]+)$/,
      'the bare name of a program, or exactly "/bin/sh"',
    ).describe(
      'Program to start, looked up on the PATH of the runner. No slashes; the one exception is `/bin/sh`.',
    ),
    argv: argv
      .optional()
      .describe(
        'Arguments of the program, one element each; no shell splits them. `{{ args.name }}` puts in an argument, `{{ args.name? }}` drops the element when it is absent.',
      ),
  })
  .meta({ title: 'Command' });
export type EmisarCommand = z.infer<typeof EmisarCommand>;

export const EmisarScript = z
  .strictObject({
    path: RequiredText.describe(
      'Path of the script, relative to the pack. The file enters the content hash.',
    ),
    interpreter: z
      .string()
      .optional()
      .describe('Program that reads the script. Default `/bin/sh`. One file name: it is not split at spaces.')
      .meta({ examples: ['/bin/sh', '/bin/bash', 'python3'] }),
  })
  .meta({ title: 'Script' });
export type EmisarScript = z.infer<typeof EmisarScript>;

const limits = {
  timeout: ConfigDuration.min(1).describe(
    'How long a run may take, such as `30s`, `5m` or `1h`. Greater than 0; a bare number has no unit and is refused.',
  ),
  timeout_min: ConfigDuration.optional().describe(
    'Least timeout a caller may ask for. `timeout` when left out.',
  ),
  timeout_max: ConfigDuration.optional().describe(
    'Greatest timeout a caller may ask for. `timeout` when left out.',
  ),
  success_exit_codes: z
    .array(
      WholeNumber.min(1)
        .max(255)
        .meta({ examples: [1] }),
    )
    .optional()
    .describe('Exit codes, 1 to 255, that count as success beside 0. Each at most once.'),
  cancel_grace: ConfigDuration.optional().describe(
    'Time between the polite and the hard stop of a cancelled run. When left out or 0, what the runner is set to: 30s by default.',
  ),
  cwd: z.string().optional().describe('Working directory, taken literally. Default `/`.'),
  env: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Environment variables for the run; values may hold templates. Names starting with `LD_` or `DYLD_`, and `BASH_ENV`, are refused.',
    ),
  user: z
    .string()
    .optional()
    .describe('User name or numeric id to run as. Linux only. Default: the user of the runner.'),
};

export const EmisarExecExecution = z
  .strictObject({
    command: EmisarCommand.describe('The program and its arguments.'),
    argv: argv
      .optional()
      .describe('Has no effect for kind `exec`: put the arguments under `command.argv`.')
      .meta({ doNotSuggest: true }),
    ...limits,
  })
  .meta({ title: 'Execution (exec)' });
export type EmisarExecExecution = z.infer<typeof EmisarExecExecution>;

export const EmisarScriptExecution = z
  .strictObject({
    script: EmisarScript.describe('The script of the pack and what reads it.'),
    argv: argv
      .optional()
      .describe(
        'Arguments behind the path of the script, one element each. `{{ args.name }}` puts in an argument, `{{ args.name? }}` drops the element when it is absent.',
      ),
    ...limits,
  })
  .meta({ title: 'Execution (script)' });
export type EmisarScriptExecution = z.infer<typeof EmisarScriptExecution>;

export type EmisarExecution = EmisarExecExecution | EmisarScriptExecution;
