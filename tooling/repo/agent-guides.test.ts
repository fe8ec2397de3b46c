// Every command and every configuration that the guides for agents show is carried out.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, expect, test } from 'vitest';
import { binOf, freshClone, patternOf, shownCommands } from './console-sessions.ts';
import { repoRoot } from './repo-root.ts';

const guide = (name: string): string => readFileSync(join(repoRoot, 'docs/operating', name), 'utf8');
const fiveMinutes = guide('agent-in-five-minutes.md');
const reference = guide('mcp.md');
const clone = freshClone();

afterAll(() => clone.remove());

interface Configured {
  readonly command: string;
  readonly args: readonly string[];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The servers that the JSON blocks of a guide configure. */
const configured = (text: string): readonly Configured[] =>
  [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(
    ([, json = '']) => JSON.parse(json).mcpServers.packwright,
  );

const agent = async (transport: Transport): Promise<Client> => {
  const client = new Client({ name: 'guide', version: '1.0.0' });
  await client.connect(transport);
  return client;
};

const usage = { name: 'run_action', arguments: { action_id: 'disk.usage', reason: 'What fills the disk?' } };

test('the five minutes go as the guide says, and what it shows is what is printed', async () => {
  const [before = '', after = ''] = fiveMinutes.split('## 3. ');
  const shows = ({ command, output }: ReturnType<typeof shownCommands>[number]) =>
    expect(clone.run(command), command).toMatch(patternOf(output));
  const setUp = shownCommands(before);
  expect(setUp.map(({ command }) => command.split(' ')[2])).toEqual(['install', 'info', 'trust']);
  setUp.forEach(shows);

  const [server] = configured(after);
  const [prefix, folder, name = '', ...args] = (server?.args ?? []).map((arg) =>
    arg.replace('/path/to/clone', clone.folder),
  );
  expect([prefix, folder]).toEqual(['--prefix', clone.folder]);
  expect(server?.command).toBe('npx');
  const client = await agent(
    new StdioClientTransport({ command: process.execPath, args: [binOf(name), ...args], stderr: 'ignore' }),
  );
  expect((await client.callTool(usage)).structuredContent).toMatchObject({ status: 'success' });
  await client.close();

  const looking = shownCommands(after);
  expect(looking.map(({ command }) => command.split(' ')[2])).toEqual(['audit', 'trust']);
  looking.forEach(shows);
});

test('a client that is configured for HTTP as the guide says reaches the server that the guide starts', async () => {
  const [overStdio, overHttp] = configured(reference);
  expect(overStdio).toEqual(configured(fiveMinutes)[0]);
  const [, command = ''] = /`npx (packwright-mcp --http .*?)`/.exec(reference) ?? [];
  const [name = '', ...args] = command.replace(':7332', ':0').split(' ');
  const token = 'g'.repeat(32);
  const server = spawn(process.execPath, [binOf(name), ...args], {
    cwd: clone.folder,
    env: { PATH: process.env.PATH, PACKWRIGHT_MCP_TOKEN: token },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      const [, found] = /listening on (\S+)$/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  expect(url.replace(/:\d+\//, ':7332/')).toBe(overHttp?.url);
  const { Authorization = '' } = overHttp?.headers ?? {};
  const authorization = Authorization.replace(`\${PACKWRIGHT_MCP_TOKEN}`, token);
  const client = await agent(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { authorization } } }),
  );
  expect((await client.callTool(usage)).structuredContent).toMatchObject({ action_id: 'disk.usage' });
  await client.close();
  server.kill('SIGTERM');
});

test('what a guide starts with npx is there after an install', () => {
  const programs = ['packwright', 'packwright-mcp', 'packwright-runner'];
  expect(programs.filter((name) => !existsSync(join(repoRoot, 'node_modules', '.bin', name)))).toEqual([]);
});
