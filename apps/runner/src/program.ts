import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { InstallError } from '@packwright/installer';
import { systemFailure } from '@packwright/installer/host';
import { closest } from '@packwright/values';
import type { ToolChoice } from './mcp/toolbox.ts';
import { ServeError } from './serve-error.ts';

/** What both programs take. */
export const SHARED_OPTIONS = {
  'token-file': { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  tools: { type: 'string', default: 'find' },
  packs: { type: 'string' },
  state: { type: 'string' },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What their help says of these. */
export const SHARED_HELP = `  --token-file FILE   the file that holds the token of /mcp, readable for its user alone; made if it is missing
                      (default: \`mcp-token\` in the state directory; PACKWRIGHT_MCP_TOKEN wins over it)
  --allow-host NAME   a further name under which the server may be asked, such as that of a proxy; repeatable
  --tools actions     offer one tool for each action, instead of tools that find and run any (find)
  --packs DIR         the directory of installed packs (default: \`packs_dir\` of packwright.yaml)
  --state DIR         the directory for trust and journals (default: \`state_dir\`)
  --config FILE       read the settings from this file alone`;

/** Which tools are offered, as the command line says it. Throws a `ServeError` for anything else. */
export function toolChoice(text: string): ToolChoice {
  if (text === 'find' || text === 'actions') return text;
  throw new ServeError(`"${text}" is no choice of tools`, 'give `--tools find` or `--tools actions`');
}

/** The values of a command line. Throws a `ServeError` for an unknown option, and what `parseArgs` of Node throws. */
export function optionsIn<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  if (unknown?.kind === 'option') {
    const meant = closest(
      unknown.rawName,
      Object.keys(options).map((name) => `--${name}`),
    );
    const hint = meant === undefined ? '--help lists the options' : `did you mean "${meant}"?`;
    throw new ServeError(`unknown option "${unknown.rawName}"`, hint);
  }
  return parseArgs({ args: [...args], options }).values;
}

/** A program of this package. */
export interface Program<Options extends { readonly help?: boolean | undefined }> {
  readonly help: string;
  /** Reads the command line. May throw a `ServeError`, and what `parseArgs` of Node throws. */
  readonly options: () => Options;
  /** Serves until it is told to stop. */
  readonly serve: (options: Options) => Promise<void>;
  /** Says what its user can mend. */
  readonly refuse: (message: string, hint: string | undefined) => void;
}

/** Runs a program; resolves to its exit code: 0, or 2 for what its user can mend, and for what the machine refuses. */
export async function runProgram<Options extends { readonly help?: boolean | undefined }>({
  help,
  options,
  serve,
  refuse,
}: Program<Options>): Promise<number> {
  try {
    const given = options();
    if (given.help) process.stderr.write(help);
    else await serve(given);
    return 0;
  } catch (error) {
    if (error instanceof InstallError || error instanceof ServeError) refuse(error.message, error.hint);
    else if (isUsage(error)) refuse(error.message, undefined);
    else {
      const failure = systemFailure(error);
      if (!failure) throw error;
      refuse(failure.message, failure.hint);
    }
    return 2;
  }
}

const isUsage = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
