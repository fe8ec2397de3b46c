import { parseArgs } from 'node:util';
import { InstallError } from '@packwright/installer';
import { jsonLog } from './daemon/json-log.ts';
import { runDaemon } from './daemon/run-daemon.ts';
import { ServeError } from './serve-error.ts';

const HELP = `Runs the actions of installed packs for whoever may ask: the Model Context Protocol at /mcp, health at
/healthz and /readyz, figures at /metrics. Logs are JSON lines on standard error.

Usage: packwright runner [--listen HOST:PORT] [--tools find|actions] [--packs DIR] [--state DIR] [--config FILE]

  --listen HOST:PORT  where to listen, on this machine only (default: \`runner.listen\`, 127.0.0.1:7332)
  --token-file FILE   the file that holds the token of /mcp, readable for its user alone; made if it is missing
                      (default: \`mcp-token\` in the state directory; PACKWRIGHT_MCP_TOKEN wins over it)
  --allow-host NAME   a further name under which the server may be asked, such as that of a proxy; repeatable
  --tools actions     offer one tool for each action, instead of tools that find and run any (find)
  --packs DIR         the directory of installed packs (default: \`packs_dir\` of packwright.yaml)
  --state DIR         the directory for trust and journals (default: \`state_dir\`)
  --config FILE       read the settings from this file alone

SIGHUP loads packs and settings anew, and so does a change of their files. SIGTERM ends all runs and stops; a second
one stops at once.

Exit code: 0 it was told to stop, 2 wrong usage, or nothing can be served.
`;

const OPTIONS = {
  listen: { type: 'string' },
  'token-file': { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  tools: { type: 'string' },
  packs: { type: 'string' },
  state: { type: 'string' },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the daemon until a signal stops it; resolves to the exit code. */
export async function serveRunner(args: readonly string[]): Promise<number> {
  const log = jsonLog((line) => void process.stderr.write(line));
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) {
      process.stderr.write(HELP);
      return 0;
    }
    const daemon = await runDaemon({ ...values, cwd: process.cwd(), env: process.env }, log);
    process.on('SIGHUP', daemon.reload);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    // Whoever asks twice does not want to wait; the guard ends what the runs have started.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
    await daemon.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof InstallError || error instanceof ServeError) && !isUsage(error)) throw error;
    log('error', error.message, 'hint' in error ? { hint: String(error.hint) } : {});
    return 2;
  }
}

const isUsage = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
