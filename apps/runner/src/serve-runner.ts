import { jsonLog, type Log } from './daemon/json-log.ts';
import { type DaemonOptions, runDaemon } from './daemon/run-daemon.ts';
import { optionsIn, runProgram, SHARED_HELP, SHARED_OPTIONS } from './program.ts';

const HELP = `Runs the actions of installed packs for whoever may ask: the Model Context Protocol at /mcp, health at
/healthz and /readyz, figures at /metrics. Logs are JSON lines on standard error.

Usage: packwright runner [--listen HOST:PORT] [--tools find|actions] [--packs DIR] [--state DIR] [--config FILE]

  --listen HOST:PORT  where to listen, on this machine only (default: \`runner.listen\`, 127.0.0.1:7332)
${SHARED_HELP}

SIGHUP loads packs and settings anew, and so does a change of their files. SIGTERM ends all runs and stops; a second
one stops at once.

Exit code: 0 it was told to stop, 2 wrong usage, or nothing can be served.
`;

/** Runs the daemon until a signal stops it; resolves to the exit code. */
export function serveRunner(args: readonly string[]): Promise<number> {
  const log = jsonLog((line) => void process.stderr.write(line));
  const options = { listen: { type: 'string' }, ...SHARED_OPTIONS } as const;
  return runProgram({
    help: HELP,
    options: () => optionsIn(args, options),
    serve: (given) => serve(given, log),
    refuse: (message, hint) => log('error', message, hint === undefined ? {} : { hint }),
  });
}

async function serve(options: Omit<DaemonOptions, 'cwd' | 'env'>, log: Log): Promise<void> {
  const daemon = await runDaemon({ ...options, cwd: process.cwd(), env: process.env }, log);
  process.on('SIGHUP', daemon.reload);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  // Whoever asks twice does not want to wait; the guard ends what the runs have started.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await daemon.stop();
}
