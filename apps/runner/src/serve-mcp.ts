import { parseArgs } from 'node:util';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { InstallError } from '@packwright/installer';
import { openHost } from '@packwright/installer/node';
import { Approvals } from './mcp/approvals.ts';
import { createServer, type Served } from './mcp/create-server.ts';
import { RunBook } from './mcp/run-book.ts';
import { ActionIndex } from './search/action-index.ts';
import { version } from './version.ts';

const HELP = `Serves the actions of installed packs to an agent, by the Model Context Protocol on standard input and output.

Usage: packwright mcp [--packs DIR] [--state DIR] [--config FILE]

  --packs DIR    the directory of installed packs (default: \`packs_dir\` of packwright.yaml)
  --state DIR    the directory for trust and journals (default: \`state_dir\`)
  --config FILE  read the settings from this file alone

Exit code: 0 the client ended the connection, 2 wrong usage, or the host cannot be opened.
`;

const OPTIONS = {
  packs: { type: 'string' },
  state: { type: 'string' },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Serves one client until it goes away; resolves to the exit code. */
export async function serveMcp(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) {
      process.stderr.write(HELP);
      return 0;
    }
    await serve(await served({ ...values, cwd: process.cwd(), env: process.env }));
    return 0;
  } catch (error) {
    if (!(error instanceof InstallError) && !isUsage(error)) throw error;
    process.stderr.write(`packwright mcp: ${error.message}\n${'hint' in error ? `  ${error.hint}\n` : ''}`);
    return 2;
  }
}

async function served(places: Parameters<typeof openHost>[0]): Promise<Served> {
  const approvals = new Approvals();
  const host = await openHost(places, approvals.ask);
  for (const notice of host.notices) process.stderr.write(`packwright mcp: ${notice}\n`);
  const index = new ActionIndex(host.actions.map(({ pack, view }) => ({ pack: pack.id, action: view })));
  return { host, index, approvals, runs: new RunBook(), version: version() };
}

function serve(shared: Served): Promise<void> {
  const connection = serveStdio(() => createServer(shared), {
    onerror: (error) => process.stderr.write(`packwright mcp: ${error.message}\n`),
  });
  return new Promise((resolve) => {
    const end = (): void => void connection.close().finally(resolve);
    process.stdin.once('end', end);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  });
}

const isUsage = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
