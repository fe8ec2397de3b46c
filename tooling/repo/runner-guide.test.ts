// Every command of the guide to the daemon is carried out, or stands here with the reason why it is not.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { needsProgram } from '@packwright/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binOf, freshClone, patternOf, shownCommands } from './console-sessions.ts';
import { repoRoot } from './repo-root.ts';

const read = (name: string): string => readFileSync(join(repoRoot, 'docs/operating', name), 'utf8');
const guide = read('runner.md');
const clone = freshClone();
const daemons: ChildProcess[] = [];

afterAll(() => {
  for (const daemon of daemons) daemon.kill('SIGKILL');
  clone.remove();
});

const NEEDS_SYSTEMD = 'needs systemd; apps/runner/src/daemon/service-unit.test.ts judges the unit';

/** Commands of the guide that no test carries out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'npm install --global packwright @packwright/runner': 'the test of packed packages installs them',
  'useradd --system --home-dir /var/lib/packwright --shell /usr/sbin/nologin packwright':
    'adds a user to the machine',
  'cp "$(npm root --global)/@packwright/runner/systemd/packwright-runner.service" /etc/systemd/system/':
    NEEDS_SYSTEMD,
  'packwright runner':
    'finds `packwright-runner` on the PATH, as packages/cli/src/main.test.ts shows of any such program',
  'systemctl daemon-reload': NEEDS_SYSTEMD,
  'systemctl enable --now packwright-runner': NEEDS_SYSTEMD,
  'systemctl reload packwright-runner': NEEDS_SYSTEMD,
  'systemctl edit packwright-runner': NEEDS_SYSTEMD,
  'journalctl -u packwright-runner -o cat | jq': NEEDS_SYSTEMD,
  'systemd-run --uid=packwright --pty -p EnvironmentFile=/etc/packwright/runner.env packwright doctor':
    NEEDS_SYSTEMD,
};

/** Commands that stand within sentences and that the tests below carry out. */
const CARRIED_OUT = [
  'install -d /etc/packwright/packs',
  'packwright audit tail',
  'sudo -u packwright packwright doctor',
];

const PROGRAMS = /^(?:npm|npx|useradd|install|cp|sudo|systemctl|systemd-run|journalctl|packwright) /;

/** Every command of the guide outside of `console` blocks, which are carried out as a whole. */
function commandsBeside(text: string): readonly string[] {
  const fenced = /^```(\w*)\n([\s\S]*?)^```$/gm;
  const blocks = [...text.matchAll(fenced)].flatMap(([, language, block = '']) => {
    const lines = block.trim().split('\n');
    if (language === '') return lines;
    const comments = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
    return comments.filter((comment) => PROGRAMS.test(comment));
  });
  const inline = [...text.replace(fenced, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline.filter((code) => PROGRAMS.test(code))];
}

test('every command of the guide is carried out here, or left out with its reason', () => {
  expect(new Set(commandsBeside(guide))).toEqual(new Set([...Object.keys(LEFT_OUT), ...CARRIED_OUT]));
});

interface Started {
  readonly daemon: ChildProcess;
  readonly url: URL;
  /** What it has logged, as data. */
  readonly lines: Readonly<Record<string, unknown>>[];
}

/** Starts the daemon by a command line of the guide, on a port that is free, and waits until it listens. */
async function started(command: string): Promise<Started> {
  const [name = '', ...args] = command.replace(/^npx /, '').split(' ');
  const daemon = spawn(process.execPath, [binOf(name), ...args, '--listen', '127.0.0.1:0'], {
    cwd: clone.folder,
    env: { PATH: process.env.PATH, XDG_CONFIG_HOME: clone.folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  daemons.push(daemon);
  const lines: Record<string, unknown>[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    daemon.once('exit', (code) => reject(new Error(`it ended with ${code}: ${JSON.stringify(lines)}`)));
    createInterface({ input: daemon.stderr }).on('line', (text) => {
      const line = JSON.parse(text);
      lines.push(line);
      if (line.message === 'listening') resolve(line.url);
    });
  });
  return { daemon, url: new URL(url), lines };
}

const stopped = (daemon: ChildProcess) =>
  new Promise((resolve) => {
    daemon.once('exit', resolve);
    daemon.kill('SIGTERM');
  });

const [, trying = '', service = ''] =
  /^## Try it\n([\s\S]*?)^## Install it as a service\n([\s\S]*)/m.exec(guide) ?? [];

/** The guide begins where the pack of the other guide is installed and trusted. */
const setUp = shownCommands(read('agent-in-five-minutes.md').split('## 3. ')[0] ?? '');

beforeAll(() => {
  for (const { command } of setUp) clone.run(command);
});

needsProgram('curl', 'curl', () => {
  test('the daemon starts and answers as the guide shows', async () => {
    const [start, ...asking] = shownCommands(trying);
    const { daemon, url } = await started(start?.command ?? '');
    expect(asking.map(({ command }) => command.split(' ')[0])).toEqual(['curl', 'curl', 'curl']);
    for (const { command, output } of asking) {
      const asked = command.replace('127.0.0.1:7332', url.host);
      const { stdout } = spawnSync('sh', ['-c', asked], { encoding: 'utf8' });
      expect(stdout, command).toMatch(patternOf(output));
    }
    expect(await stopped(daemon)).toBe(0);
  });
});

describe('the service, in a folder in place of the root of the machine', () => {
  const atHome = (text: string): string =>
    text.replace(/\/(etc|var\/lib)\/packwright/g, (path) => `${clone.folder}${path}`);

  test('runs by the settings of the guide, and its journal and the doctor tell of it', async () => {
    const directories = CARRIED_OUT[0] ?? '';
    expect(spawnSync('sh', ['-c', atHome(directories)]).status).toBe(0);
    const places = `--dest ${atHome('/etc/packwright/packs')} --state ${atHome('/var/lib/packwright')}`;
    for (const { command } of setUp) clone.run(command.replace('--dest packs --state state', places));
    const [, yaml = ''] =
      /^```yaml\n# \/etc\/packwright\/packwright\.yaml\n([\s\S]*?)^```$/m.exec(service) ?? [];
    writeFileSync(join(clone.folder, 'packwright.yaml'), atHome(yaml));
    const { daemon, url, lines } = await started('packwright-runner');
    expect(lines[0]).toMatchObject({ level: 'info', message: 'loaded', packs: 1, actions: 3 });

    const token = readFileSync(atHome('/var/lib/packwright/mcp-token'), 'utf8').trim();
    const client = new Client({ name: 'guide', version: '1.0.0' });
    const headers = { authorization: `Bearer ${token}` };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    const usage = { action_id: 'disk.usage', reason: 'What fills the disk?' };
    await client.callTool({ name: 'run_action', arguments: usage });
    await client.close();

    expect(clone.run('npx packwright audit tail')).toContain('What fills the disk?');
    expect(clone.run('npx packwright doctor')).toContain('1 pack loads');
    daemon.kill('SIGHUP');
    await expect
      .poll(() => lines.at(-1), { timeout: 10_000 })
      .toMatchObject({ message: 'reloaded', load: 2 });
    expect(await stopped(daemon)).toBe(0);
    expect(lines.at(-1)).toMatchObject({ level: 'info', message: 'stopped' });
  });
});
