import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type DemoDaemon, demoDaemon, TOKEN } from '../fixtures/daemon.ts';
import { type DemoHost, demoHost, demoPack, packOf, shellAction } from '../fixtures/demo-host.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A host with the pack `demo`, which is trusted. */
async function newHost(): Promise<DemoHost> {
  const host = demoHost();
  closing.push(() => host.remove());
  host.put('demo', demoPack);
  await host.trust('demo');
  return host;
}

async function served(host: DemoHost, env: Readonly<Record<string, string>> = {}): Promise<DemoDaemon> {
  const daemon = await demoDaemon(host, env);
  closing.push(() => daemon.stop());
  return daemon;
}

async function clientOf(daemon: DemoDaemon, ...who: Parameters<DemoDaemon['client']>) {
  const connected = await daemon.client(...who);
  closing.push(() => connected.client.close());
  return connected;
}

const look = { action_id: 'demo.look', args: { what: 'it' }, reason: 'to see it' };
const messages = ({ lines }: DemoDaemon) => lines.map(({ message }) => message);
const figure = (text: string, name: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

/** How many processes were begun, after every last look at their packs. */
const starts = ({ state }: DemoHost): number => {
  const journal = join(state, 'journal.jsonl');
  return existsSync(journal) ? readFileSync(journal, 'utf8').split('"execution_started"').length - 1 : 0;
};

/** A pack whose one action waits until somebody writes into a pipe, and says which version it is of. */
const waiting = (version: string) =>
  packOf('waits', {
    it: shellAction(
      'waits.it',
      'low',
      `'read line < "$1"; echo ${version}', sh, '{{ args.pipe }}'`,
      'args:\n  - {name: pipe, type: string, required: true}\n',
    ),
  });

describe('one port', () => {
  test('serves the protocol, health and figures', async () => {
    const daemon = await served(await newHost());
    const { call } = await clientOf(daemon);
    expect(await call('run_action', look)).toMatchObject({ content: { status: 'success' } });
    await call('run_action', { action_id: 'demo.break', reason: 'to see' });
    expect(await daemon.ask('/healthz')).toEqual({ status: 200, text: '{"alive":true}\n' });
    const { status, text } = await daemon.ask('/readyz');
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      {
        ready: true,
        problems: [],
        load: { number: 1, packs: 1, actions: 6 },
        runs: { running: 0, waiting: 0 },
      },
    ]);
    const { text: figures } = await daemon.ask('/metrics');
    expect(
      [
        'packwright_runs_total{status="success",risk="low"}',
        'packwright_runs_total{status="denied",risk="critical"}',
        'packwright_run_duration_seconds_count{status="success"}',
        'packwright_queue_length',
        'packwright_runs_running',
        'packwright_packs{state="trusted"}',
        'packwright_packs{state="broken"}',
        'packwright_actions',
      ].map((name) => figure(figures, name)),
    ).toEqual(['1', '1', '1', '0', '0', '1', '0', '6']);
    expect(Number(figure(figures, 'process_resident_memory_bytes'))).toBeGreaterThan(10_000_000);
  });

  test('gives the protocol to nobody without the token, and figures to no page of another name', async () => {
    const daemon = await served(await newHost());
    expect((await daemon.ask('/mcp')).status).toBe(401);
    expect((await daemon.ask('/elsewhere')).status).toBe(404);
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(daemon.url);
      const headers = { host: 'evil.example' };
      request({ port, path: '/metrics', headers }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test('is never one that others can reach', async () => {
    await expect(demoDaemon(await newHost(), {}, '0.0.0.0:0')).rejects.toThrow(
      '"0.0.0.0" can be reached from outside',
    );
  });

  test('does not start without its directory of packs, and warns where no pack stands in it', async () => {
    const host = demoHost();
    closing.push(async () => host.remove());
    expect(messages(await served(host))).toContain(`no pack is installed in "${host.packs}"`);
    rmSync(host.packs, { recursive: true });
    await expect(demoDaemon(host)).rejects.toThrow(`"packs" does not exist`);
  });
});

describe('a reload', () => {
  test('brings what was installed meanwhile, when a file changes, without being asked', async () => {
    const host = await newHost();
    const daemon = await served(host);
    const { call } = await clientOf(daemon);
    host.put('more', packOf('more', { it: shellAction('more.it', 'low', "'echo more'") }));
    await host.trust('more');
    await expect
      .poll(async () => (await call('get_action', { action_id: 'more.it' })).isError, POLL)
      .toBe(false);
    expect(await call('find_actions', { query: 'more' })).toMatchObject({
      content: { actions: [{ action_id: 'more.it' }] },
    });
    expect(await call('run_action', { action_id: 'more.it', reason: 'new' })).toMatchObject({
      content: { status: 'success', stdout: 'more\n' },
    });
  });

  test('leaves out a pack that has broken, names it, and goes on with the others', async () => {
    const host = await newHost();
    host.put('bad', packOf('bad', { it: shellAction('bad.it', 'low', "'echo bad'") }));
    await host.trust('bad');
    const daemon = await served(host);
    const { call } = await clientOf(daemon);
    writeFileSync(join(host.packs, 'bad', 'pack.yaml'), 'id: [\n');
    daemon.reload();
    await expect.poll(() => messages(daemon), POLL).toContain('a pack is left out');
    expect(daemon.lines.find(({ message }) => message === 'a pack is left out')).toMatchObject({
      level: 'warning',
      pack: 'bad',
      reason: expect.stringContaining('pack.yaml: PCK001'),
    });
    const { status, text } = await daemon.ask('/readyz');
    expect([status, JSON.parse(text).problems]).toEqual([200, ['the pack in "bad" is left out']]);
    expect(figure((await daemon.ask('/metrics')).text, 'packwright_packs{state="broken"}')).toBe('1');
    expect(await call('run_action', look)).toMatchObject({ content: { status: 'success' } });
    expect(await call('run_action', { action_id: 'bad.it', reason: 'x' })).toMatchObject({ isError: true });
  });

  test('that cannot follow the settings changes nothing, and says why', async () => {
    const host = await newHost();
    // Of its own accord it would load once more, and count that too.
    host.settings('runner: {reload_on_change: false}\n');
    const daemon = await served(host);
    const { call } = await clientOf(daemon);
    host.settings('runner: {concurrency: many}\n');
    daemon.reload();
    await expect
      .poll(() => messages(daemon).join('\n'), POLL)
      .toContain('not reloaded, the load of before goes on');
    const { status, text } = await daemon.ask('/readyz');
    expect([status, JSON.parse(text).problems[0]]).toEqual([
      200,
      expect.stringMatching(/^not reloaded: packwright\.yaml:1:/),
    ]);
    expect(figure((await daemon.ask('/metrics')).text, 'packwright_reloads_total{outcome="failure"}')).toBe(
      '1',
    );
    expect(await call('run_action', look)).toMatchObject({ content: { status: 'success' } });
    host.settings('policy: {defaults: {low: deny, medium: deny, high: deny, unrated: deny}}\n');
    daemon.reload();
    await expect.poll(async () => JSON.parse((await daemon.ask('/readyz')).text).problems, POLL).toEqual([]);
    expect(await call('run_action', look)).toMatchObject({ content: { status: 'denied' } });
  });

  test('that finds the directory of packs gone keeps what it had', async () => {
    const host = await newHost();
    const daemon = await served(host);
    renameSync(host.packs, `${host.packs}-away`);
    daemon.reload();
    await expect.poll(() => messages(daemon).join('\n'), POLL).toContain('put the directory of packs back');
    expect(JSON.parse((await daemon.ask('/readyz')).text).load).toMatchObject({ number: 1, packs: 1 });
  });

  test('leaves alone what runs', async () => {
    const host = await newHost();
    host.put('waits', waiting('old'));
    await host.trust('waits');
    const pipe = host.pipe('pipe');
    const daemon = await served(host);
    const { call } = await clientOf(daemon);
    const running = call('run_action', { action_id: 'waits.it', args: { pipe }, reason: 'long' });
    const state = async () => JSON.parse((await daemon.ask('/readyz')).text);
    await expect.poll(() => starts(host), POLL).toBe(1);
    host.put('waits', waiting('new'));
    await host.trust('waits');
    daemon.reload();
    await expect.poll(async () => (await state()).load.number, POLL).toBeGreaterThan(1);
    await writeFile(pipe, '\n');
    expect(await running).toMatchObject({ content: { status: 'success', stdout: 'old\n' } });
    const next = call('run_action', { action_id: 'waits.it', args: { pipe }, reason: 'again' });
    await expect.poll(() => starts(host), POLL).toBe(2);
    await writeFile(pipe, '\n');
    expect(await next).toMatchObject({ content: { status: 'success', stdout: 'new\n' } });
  });
});

/** A daemon that runs one at a time, and the pipe for which `waits.it` can wait. */
async function servedOneByOne() {
  const host = await newHost();
  host.put('waits', waiting('x'));
  await host.trust('waits');
  host.settings('runner: {concurrency: 1}\n');
  return { host, pipe: host.pipe('pipe'), daemon: await served(host) };
}

test('what waits for a slot is seen, and so many run at a time as the settings say', async () => {
  const { host, pipe, daemon } = await servedOneByOne();
  const { call } = await clientOf(daemon);
  const run = () => call('run_action', { action_id: 'waits.it', args: { pipe }, reason: 'long' });
  const runs = [run(), run(), run()];
  const now = async () => {
    const { text } = await daemon.ask('/metrics');
    return [figure(text, 'packwright_runs_running'), figure(text, 'packwright_queue_length')];
  };
  await expect.poll(now, POLL).toEqual(['1', '2']);
  await daemon.stop();
  expect((await Promise.allSettled(runs)).length).toBe(3);
  const events = readFileSync(join(host.state, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event_type);
  expect(events.toSorted()).toEqual([
    'action_cancelled',
    'action_cancelled',
    'action_cancelled',
    'execution_started',
  ]);
});

test.each<[string, Parameters<DemoDaemon['client']>, Parameters<DemoDaemon['client']>]>([
  ['name', ['many'], ['one']],
  ['header', ['agent', { 'packwright-client': 'many' }], ['agent', { 'packwright-client': 'one' }]],
])(
  'a client with one run, known by its %s, is not kept waiting by the many of another',
  async (_, ofMany, ofOne) => {
    const { pipe, daemon } = await servedOneByOne();
    const [many, one] = [await clientOf(daemon, ...ofMany), await clientOf(daemon, ...ofOne)];
    const running = many.call('run_action', { action_id: 'waits.it', args: { pipe }, reason: 'first' });
    const queued = async () => JSON.parse((await daemon.ask('/readyz')).text).runs;
    await expect.poll(queued, POLL).toEqual({ running: 1, waiting: 0 });
    const order: string[] = [];
    const ask = ({ call }: typeof one, who: string) =>
      call('run_action', { ...look, reason: who }).then(() => order.push(who));
    const later = [ask(many, 'many'), ask(many, 'many'), ask(many, 'many')];
    await expect.poll(queued, POLL).toEqual({ running: 1, waiting: 3 });
    later.push(ask(one, 'one'));
    await expect.poll(queued, POLL).toEqual({ running: 1, waiting: 4 });
    await writeFile(pipe, '\n');
    await Promise.all([running, ...later]);
    expect(order[0]).toBe('one');
  },
);

test('it is not ready once its journal cannot be written', async () => {
  const host = await newHost();
  const daemon = await served(host);
  const { call } = await clientOf(daemon);
  rmSync(join(host.state, 'journal.jsonl'), { force: true });
  mkdirSync(join(host.state, 'journal.jsonl'));
  await call('run_action', look);
  const { status, text } = await daemon.ask('/readyz');
  expect([status, JSON.parse(text).ready]).toEqual([503, false]);
});

test('runs are logged with what was run and how it ended, and without the token', async () => {
  const daemon = await served(await newHost());
  const { call } = await clientOf(daemon);
  await call('run_action', look);
  expect(daemon.lines.find(({ message }) => message === 'run success')).toMatchObject({
    level: 'info',
    action: 'demo.look',
    risk: 'low',
    status: 'success',
    exit_code: 0,
  });
  expect(JSON.stringify(daemon.lines)).not.toContain(TOKEN);
});

test('figures go to a collector where the environment names one', async () => {
  const bodies: string[] = [];
  const collector = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  closing.push(() => collector.close());
  const { port } = collector.address() as AddressInfo;
  const daemon = await demoDaemon(await newHost(), {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  });
  // What has not been sent is sent when it stops.
  await daemon.stop();
  expect(bodies.join('')).toContain('packwright_packs');
});

const POLL = { timeout: 20_000, interval: 20 };
