import { join } from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { openHost } from '@packwright/installer/host';
import { memoryGiver } from './give-back-memory.ts';
import { bearerToken } from './http/bearer-token.ts';
import { hostnamesOf, isLoopback, listen, listenAddress } from './http/listen.ts';
import { mcpEndpoint } from './http/mcp-endpoint.ts';
import { answerFaultyLines } from './mcp/answer-faulty-lines.ts';
import { Approvals } from './mcp/approvals.ts';
import { createServer } from './mcp/create-server.ts';
import { RunBook } from './mcp/run-book.ts';
import type { Served } from './mcp/served.ts';
import { optionsIn, runProgram, SHARED_HELP, SHARED_OPTIONS, toolChoice } from './program.ts';
import { ActionIndex } from './search/action-index.ts';
import { version } from './version.ts';

const HELP = `Serves the actions of installed packs to agents, by the Model Context Protocol.

Usage: packwright mcp [--http [HOST:PORT]] [--tools find|actions] [--packs DIR] [--state DIR] [--config FILE]

Without --http it serves one client on standard input and output.

  --http [HOST:PORT]  serve over HTTP at /mcp (default: 127.0.0.1:7332); every request has to bring the token
${SHARED_HELP}

Exit code: 0 the client ended the connection or the server was told to stop, 2 wrong usage, or nothing can be served.
`;

type Options = ReturnType<typeof optionsOf>;

/** Serves until the client goes away or a signal comes; resolves to the exit code. */
export const serveMcp = (args: readonly string[]): Promise<number> =>
  runProgram({
    help: HELP,
    options: () => optionsOf(args),
    serve,
    refuse: (message, hint) => tell(hint === undefined ? message : `${message}\n  ${hint}`),
  });

/** `--http` may stand alone. */
function optionsOf(args: readonly string[]) {
  const whole = args.map((arg, at) =>
    arg === '--http' && (args[at + 1] ?? '-').startsWith('-') ? '--http=' : arg,
  );
  return optionsIn(whole, { http: { type: 'string' }, ...SHARED_OPTIONS });
}

async function serve(options: Options): Promise<void> {
  const address = options.http === undefined ? undefined : listenAddress(options.http);
  const tools = toolChoice(options.tools);
  const approvals = new Approvals();
  const host = await openHost({ ...options, cwd: process.cwd(), env: process.env }, approvals.ask);
  for (const notice of host.notices) tell(notice);
  const served: Served = {
    ...{ host, approvals, runs: new RunBook(), version: version(), tools },
    index: ActionIndex.of(host.actions),
  };
  memoryGiver(() => host.runner.load.running > 0)();
  if (address === undefined) await serveOne(served);
  else await serveAll(served, address, options);
  await served.runs.stop();
}

async function serveOne(served: Served): Promise<void> {
  const connection = serveStdio(() => createServer(served, 'elicitation'), { onerror: onError });
  await new Promise<void>((resolve) => {
    const { stdin, stdout } = process;
    const stopAnswering = answerFaultyLines(stdin, stdout, resolve);
    stdin.once('end', resolve);
    onStop(() => {
      stopAnswering();
      resolve();
    });
  });
  await connection.close();
}

async function serveAll(
  served: Served,
  address: ReturnType<typeof listenAddress>,
  { 'token-file': file, 'allow-host': hosts = [] }: Options,
): Promise<void> {
  const token = bearerToken(process.env, file ?? join(served.host.state, 'mcp-token'));
  const endpoint = mcpEndpoint(served, { token, hostnames: hostnamesOf(address, hosts) }, onError);
  const listening = await listen(endpoint, address);
  if (!isLoopback(address)) tell('whoever can see the network can see the token: put TLS in front');
  tell(`listening on ${listening.url}`);
  await new Promise<void>(onStop);
  await listening.close();
}

function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}

const tell = (text: string): void => void process.stderr.write(`packwright mcp: ${text}\n`);

/** What is wrong with a faulty line its sender is told; the issues of a schema say it to nobody here. */
const onError = ({ name, message }: Error): void =>
  tell(name === 'ZodError' ? 'passed over a line that is no message' : message);
