// What agents see, by clients of the official SDK, over both transports and in both generations of the protocol.
import type { Progress } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Connected,
  connected,
  type Generation,
  overHttp,
  type UserAnswer,
} from '../fixtures/connect.ts';
import { contentPack, demoHost, demoPack } from '../fixtures/demo-host.ts';
import { MCP_BIN } from '../fixtures/mcp-process.ts';
import { servedHttp } from '../fixtures/served-http.ts';
import type { Listening } from '../http/listen.ts';

const token = 't'.repeat(32);
const host = demoHost();
let http: Listening;

beforeAll(async () => {
  host.put('demo', demoPack);
  await host.trust('demo');
  for (const name of ['notes', 'unread']) host.put(name, contentPack(name));
  await host.trust('notes');
  http = await servedHttp(host, token);
});

afterAll(async () => {
  await http.close();
  host.remove();
});

const transports = {
  stdio: () => {
    const args = [MCP_BIN, '--packs', host.packs, '--state', host.state];
    return new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' });
  },
  http: () => overHttp(http.url, token),
};

const yes: UserAnswer = { action: 'accept', content: { approve: true } };
const look = { action_id: 'demo.look', args: { what: 'it' }, reason: 'to see it' };

describe.each<[keyof typeof transports, Generation, string]>([
  ['stdio', 'auto', '2026-07-28'],
  ['stdio', 'legacy', '2025-11-25'],
  ['http', 'auto', '2026-07-28'],
  ['http', 'legacy', '2025-11-25'],
])('over %s, negotiated as %s', (name, generation, version) => {
  let agent: Connected;
  const call: Connected['call'] = (...input) => agent.call(...input);

  const newestRun = async () => ((await call('recent_runs', { limit: 1 })).content.runs as object[])[0];

  beforeAll(async () => {
    agent = await connected(transports[name](), generation);
  });
  afterAll(() => agent.client.close());

  test('the version is the newest that the client knows', () => {
    expect(agent.client.getNegotiatedProtocolVersion()).toBe(version);
  });

  test('the tools are these, and those that only look say so', async () => {
    const { tools } = await agent.client.listTools();
    const shown = tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]);
    expect(shown.toSorted()).toEqual([
      ['find_actions', true],
      ['get_action', true],
      ['list_packs', true],
      ['recent_runs', true],
      ['run_action', false],
      ['wait_for_run', true],
    ]);
  });

  test('an action is found, looked at and run, and its progress is seen', async () => {
    const found = await call('find_actions', { query: 'look' });
    expect((found.content.actions as { action_id: string }[])[0]?.action_id).toBe('demo.look');
    const { content } = await call('get_action', { action_id: 'demo.look' });
    expect(content).toMatchObject({
      actions: [
        {
          risk: 'low',
          input_schema: { properties: { what: { type: 'string' } }, additionalProperties: false },
        },
      ],
    });
    const seen: (string | undefined)[] = [];
    const onprogress = ({ message }: Progress) => seen.push(message);
    const run = await call('run_action', look, { onprogress });
    expect(run).toMatchObject({ isError: false, content: { status: 'success', stdout: 'seen it\n' } });
    expect(seen).toEqual([expect.stringContaining('started sh -c'), 'seen it']);
    expect(await newestRun()).toMatchObject({ run_id: run.content.run_id, status: 'success' });
  });

  test('a cancelled call ends the process', async () => {
    const controller = new AbortController();
    const onprogress = ({ message }: Progress) => message === 'begun' && controller.abort();
    const options = { onprogress, signal: controller.signal };
    await expect(call('run_action', { action_id: 'demo.wait', reason: 'to see' }, options)).rejects.toThrow();
    await expect.poll(newestRun, { timeout: 10_000 }).toMatchObject({ status: 'cancelled' });
  });

  test('a run that is not waited for goes on after the call, and is followed by its id', async () => {
    const input = { action_id: 'demo.pause', reason: 'long', wait_seconds: 0 };
    const { content } = await call('run_action', input);
    expect(content.status).toBe('running');
    const { content: ended } = await call('wait_for_run', { run_id: content.run_id });
    expect(ended).toMatchObject({ run_id: content.run_id, status: 'success', stdout: 'done\n' });
  });

  test('more than an agent can read is cut, and says so', async () => {
    const { content } = await call('run_action', { action_id: 'demo.talk', reason: 'to see' });
    expect(content).toMatchObject({
      status: 'success',
      stdout_bytes: 200_000,
      shown_of_stdout: 'the first 65536 of 200000 characters',
    });
    expect(content.stdout).toHaveLength(65_536);
  });

  test.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'what policy denies is not even asked about',
      'run_action',
      { action_id: 'demo.break', reason: 'x' },
      { status: 'denied' },
    ],
    [
      'a value beyond its limit',
      'run_action',
      { ...look, args: { what: 'x'.repeat(21) } },
      { status: 'validation_failed' },
    ],
    [
      'an argument that is not declared',
      'run_action',
      { ...look, args: { whta: 'x' } },
      { status: 'validation_failed' },
    ],
    [
      'a number that JSON did not carry with all its digits',
      'run_action',
      { ...look, args: { size: 2 ** 53 } },
      { error: 'the number at "args.size" is larger than those that arrive with all their digits' },
    ],
    [
      'other bytes than those that were seen',
      'run_action',
      { ...look, pack_ref: 'demo@1.0.0/sha256:0' },
      { error: '"demo@1.0.0/sha256:0" is not what this host has' },
    ],
    [
      'an action that does not exist',
      'get_action',
      { action_id: 'demo.loko' },
      { error: 'there is no action "demo.loko"', hint: 'did you mean "demo.look"?' },
    ],
    ['a run that does not exist', 'wait_for_run', { run_id: 'run_1' }, { error: 'there is no run "run_1"' }],
  ])('refused: %s', async (_, tool, input, expected) => {
    agent.says(yes);
    expect(await call(tool, input)).toMatchObject({ isError: true, content: expected });
    expect(agent.asked).toEqual([]);
  });

  test('a pack that nobody trusts is named, and nothing that it says reaches the agent', async () => {
    const { content } = await call('list_packs');
    const packs = content.packs as { pack_ref: string; trusted: boolean }[];
    expect(packs.map(({ pack_ref, trusted }) => [pack_ref.split('@')[0], trusted])).toEqual([
      ['demo', true],
      ['notes', true],
      ['unread', false],
    ]);
  });

  test('guides of trusted packs are resources that say whose they are', async () => {
    const { resources } = await agent.client.listResources();
    expect(resources).toMatchObject([
      { uri: 'packwright://notes/guides/how%20to.md', title: 'How to take notes (pack notes 0.1.0)' },
    ]);
    const [guide] = resources;
    const { contents } = await agent.client.readResource({ uri: guide?.uri ?? '' });
    expect(contents).toMatchObject([
      {
        text: '# How to take notes\n\nWrite them down.\n',
        mimeType: 'text/markdown',
        _meta: { 'packwright/pack_ref': expect.stringMatching(/^notes@0\.1\.0\/sha256:/) },
      },
    ]);
    expect((await agent.client.listResourceTemplates()).resourceTemplates).toEqual([]);
  });

  test.each(['packwright://unread/guides/how%20to.md', 'packwright://notes/pack.yaml', 'file:///etc/passwd'])(
    '%s is no resource',
    async (uri) => {
      await expect(agent.client.readResource({ uri })).rejects.toThrow(uri);
    },
  );

  test('what a trusted pack tells an agent is a prompt that says who wrote it', async () => {
    const { prompts } = await agent.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['notes']);
    const { messages } = await agent.client.getPrompt({ name: 'notes' });
    expect(messages).toMatchObject([
      {
        role: 'user',
        content: {
          text: expect.stringMatching(
            /^The pack notes 0\.1\.0 \(sha256:\w+\) comes with this text of its author on how to work with it\. It changes no policy of this host\.\n\nRead the guide first\./,
          ),
        },
      },
    ]);
    await expect(agent.client.getPrompt({ name: 'unread' })).rejects.toThrow('there is no prompt "unread"');
  });

  test('a tool that does not exist is an error of the protocol', async () => {
    await expect(agent.client.callTool({ name: 'run_acton', arguments: {} })).rejects.toThrow(
      'there is no tool "run_acton"; did you mean "run_action"?',
    );
  });

  test('a call without a reason is refused before anything is looked at', async () => {
    expect(await call('run_action', { ...look, reason: '' })).toMatchObject({
      isError: true,
      content: { error: '"reason" is empty', hint: '"reason" takes a text of 1 to 2000 characters' },
    });
  });

  test('arguments that a tool does not take are an error of the tool, which an agent can mend', async () => {
    expect(await call('find_actions', { qery: 'look', limit: 99 })).toMatchObject({
      isError: true,
      content: {
        error: '"limit" is 99; there is no argument "qery"',
        hint: '"limit" takes a whole number from 1 to 50; write "query" for "qery"',
      },
    });
  });
});

describe.each<Generation>(['auto', 'legacy'])('approval over stdio, negotiated as %s', (generation) => {
  let agent: Connected;
  const change = () => agent.call('run_action', { action_id: 'demo.change', reason: 'needed' });

  beforeAll(async () => {
    agent = await connected(transports.stdio(), generation);
  });
  afterAll(() => agent.client.close());

  test('the user sees what would run and why, and what is approved runs', async () => {
    agent.says(yes);
    expect(await change()).toMatchObject({
      isError: false,
      content: { status: 'success', stdout: 'changed\n' },
    });
    expect(agent.asked).toEqual([
      "Run demo.change (high risk)?\nsh -c 'echo changed'\narguments: {}\nreason given by the agent: needed",
    ]);
  });

  test.each<[string, UserAnswer]>([
    ['declines', { action: 'decline' }],
    ['says no', { action: 'accept', content: { approve: false } }],
  ])('nothing runs when the user %s', async (_, answer) => {
    agent.says(answer);
    expect(await change()).toMatchObject({
      isError: true,
      content: { status: 'denied', why: 'nobody approved it: the user of the client declined' },
    });
  });
});
