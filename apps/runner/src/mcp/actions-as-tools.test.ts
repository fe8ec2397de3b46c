// `--tools actions`: one tool for each action, as a client of the official SDK sees and calls it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connected, connected, type Generation, overHttp } from '../fixtures/connect.ts';
import { demoHost, demoPack, packOf, shellAction } from '../fixtures/demo-host.ts';
import { hostnamesOf, type Listening, listen } from '../http/listen.ts';
import { mcpEndpoint } from '../http/mcp-endpoint.ts';

const token = 'a'.repeat(32);
const host = demoHost();
let http: Listening;

const many = Object.fromEntries(
  Array.from({ length: 130 }, (_, at) => [`a${at}`, shellAction(`many.a${at}`, 'low', `'echo ${at}'`)]),
);
const typed = shellAction(
  'odd.pack.typed',
  'medium',
  `'echo "{\\"size\\": 3}"'`,
  `args:
  - {name: reason, type: string, validation: {pattern: '(?i)^a\\z'}}
`,
).replace(
  'parser: text,',
  `parser: json, parser_required: true, schema: {type: object, properties: {size: {$ref: '#/$defs/size'}, name: {type: string, pattern: '(?i)^a'}}, required: [size], $defs: {size: {type: integer}}},`,
);

beforeAll(async () => {
  host.put('demo', demoPack);
  host.put('many', packOf('many', many));
  const odd = packOf('odd.pack', { typed });
  host.put('odd', { ...odd, 'pack.yaml': (odd['pack.yaml'] ?? '').replace('1.0.0', 'spring-2024') });
  host.put('unread', packOf('unread', { it: shellAction('unread.it', 'low', "'echo no'") }));
  for (const name of ['demo', 'many', 'odd']) await host.trust(name);
  const address = { host: '127.0.0.1', port: 0 };
  const access = { token, hostnames: hostnamesOf(address, []) };
  http = await listen(
    mcpEndpoint(await host.open('actions'), access, () => {}),
    address,
  );
});

afterAll(async () => {
  await http.close();
  host.remove();
});

describe.each<Generation>(['auto', 'legacy'])('negotiated as %s', (generation) => {
  let agent: Connected;
  beforeAll(async () => {
    agent = await connected(overHttp(http.url, token), generation);
  });
  afterAll(() => agent.client.close());

  const tools = async () =>
    new Map((await agent.client.listTools()).tools.map((tool) => [tool.name, tool] as const));

  test('every action that may run is a tool, also those of a pack with more than 120', async () => {
    const names = [...(await tools()).keys()];
    expect(names.filter((name) => name.startsWith('many_'))).toHaveLength(130);
    expect(names.filter((name) => !name.startsWith('many_'))).toEqual([
      'demo_change',
      'demo_look',
      'demo_pause',
      'demo_talk',
      'demo_wait',
      'list_packs',
      'odd_pack_typed',
      'recent_runs',
      'wait_for_run',
    ]);
  });

  test('its risk is in its hints, its pack in its description', async () => {
    const hints = (name: string) => async () => (await tools()).get(name)?.annotations;
    expect(await hints('demo_look')()).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(await hints('odd_pack_typed')()).toMatchObject({ readOnlyHint: false, destructiveHint: false });
    expect(await hints('demo_change')()).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    expect((await tools()).get('demo_look')).toMatchObject({
      description: expect.stringMatching(
        /^Action demo\.look of the pack demo 1\.0\.0, risk low\. By its author: /,
      ),
      _meta: { 'packwright/action_id': 'demo.look' },
    });
  });

  test('it has its own arguments, and takes a reason', async () => {
    const look = (await tools()).get('demo_look')?.inputSchema;
    expect(look).toMatchObject({
      properties: { what: { type: 'string' }, size: { type: 'integer' }, reason: { type: 'string' } },
      required: ['reason'],
      additionalProperties: false,
    });
    const run = await agent.call('demo_look', { what: 'it', reason: 'to see' });
    expect(run).toMatchObject({ isError: false, content: { status: 'success', stdout: 'seen it\n' } });
  });

  test('the reason has another name where the action has an argument of that name', async () => {
    const { inputSchema, outputSchema } = (await tools()).get('odd_pack_typed') ?? {};
    expect(inputSchema).toMatchObject({
      properties: { reason: { type: 'string' }, run_reason: { type: 'string' } },
      required: ['run_reason'],
    });
    // No client has to read a pattern that it may read otherwise.
    expect(inputSchema?.properties?.reason).not.toHaveProperty('pattern');
    expect(outputSchema).toEqual({
      type: 'object',
      $defs: { size: { type: 'integer' } },
      properties: {
        run_id: { type: 'string' },
        status: { type: 'string' },
        structured_output: {
          type: 'object',
          properties: { size: { $ref: '#/$defs/size' }, name: { type: 'string' } },
          required: ['size'],
        },
      },
      required: ['run_id', 'status'],
    });
    const run = await agent.call('odd_pack_typed', { run_reason: 'to see' });
    expect(run).toMatchObject({ isError: false, content: { structured_output: { size: 3 } } });
  });

  test.each<[string, string, Record<string, unknown>, object]>([
    ['without a reason', 'demo_look', {}, { error: '`reason` is missing' }],
    ['with a blank reason', 'demo_look', { reason: ' ' }, { error: '`reason` is missing' }],
    [
      'with a value beyond its limit',
      'demo_look',
      { reason: 'x', what: 'x'.repeat(21) },
      { status: 'validation_failed' },
    ],
    ['that policy denies', 'demo_break', { reason: 'x' }, { status: 'denied' }],
    ['of a pack that nobody trusts', 'unread_it', { reason: 'x' }, { status: 'pack_untrusted' }],
  ])('a call %s is refused', async (_, name, input, expected) => {
    expect(await agent.call(name, input)).toMatchObject({ isError: true, content: expected });
  });

  test('the tools that run any action are not there', async () => {
    await expect(agent.client.callTool({ name: 'run_action', arguments: {} })).rejects.toThrow(
      'there is no tool "run_action"',
    );
  });
});
