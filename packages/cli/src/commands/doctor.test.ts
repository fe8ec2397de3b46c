import { appendFileSync, chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeTrust, loadPacks, loadSettings, seenPack, storeAt } from '@packwright/installer/host';
import { emptyTrustFile, trustPack, writeTrustFile } from '@packwright/trust';
import { describe, expect, test } from 'vitest';
import { examine } from '../doctor/examine.ts';
import { type Entry, folderWith } from '../fixtures/folder.ts';
import { goodPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';
import { hostOf } from '../host/host.ts';
import { processIo } from '../io.ts';

/** Root may look at everything, so that another user has to. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined;

interface Place {
  readonly root: string;
  readonly packs: string;
  readonly state: string;
}

const SETTINGS = 'packs_dir: packs\nstate_dir: state\n';
const act = { by: 'ada', at: '2026-03-01T12:00:00.000Z', reason: 'test' };

/** A host with one pack that is trusted and starts `sh`, where the files that are given stand too, and perhaps another pack. */
async function host(files: Readonly<Record<string, Entry>> = {}, another?: string): Promise<Place> {
  const pack = Object.entries(goodPack('packs/demo'));
  const root = folderWith({
    ...Object.fromEntries(pack.map(([path, text]) => [path, text.replaceAll('systemctl', 'sh')])),
    'state/.keep': '',
    'packwright.yaml': SETTINGS,
    ...files,
  });
  if (another !== undefined) cpSync(another, join(root, 'packs', 'another'), { recursive: true });
  for (const place of ['', 'packs', 'packs/demo', 'packwright.yaml']) chmodSync(join(root, place), 0o755);
  const [packs, state] = [join(root, 'packs'), join(root, 'state')];
  chmodSync(state, 0o700);
  const loaded = await loadPacks(storeAt(packs));
  await changeTrust({ state, graceMs: 0 }, (file) =>
    loaded.packs.reduce<ReturnType<typeof trustPack>>(
      (outcome, { opened }) =>
        outcome.ok
          ? trustPack(outcome.value, { ...seenPack(opened), ratings: ratingsOf(opened) }, act)
          : outcome,
      { ok: true, value: file },
    ),
  );
  return { root, packs, state };
}

const ratingsOf = (opened: Parameters<typeof seenPack>[0]) =>
  Object.fromEntries(seenPack(opened).unrated.map((id) => [id, 'low' as const]));

type Told = readonly [check: string, level: string, message: string, hint: string];

const ofProcess = processIo();

/** What the doctor says against the host. */
async function against(
  { root }: Place,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Told[]> {
  const io = { ...ofProcess, cwd: root, env: { PATH: process.env.PATH, ...env } };
  const config = join(root, 'packwright.yaml');
  const { files } = await loadSettings({ ...io, file: config });
  const findings = await examine(await hostOf({ config }, io), files, io);
  return findings
    .filter(({ level }) => level !== 'ok')
    .map(({ check, level, message, hint }) => [
      check,
      level,
      message.replaceAll(root, ''),
      hint.replaceAll(root, ''),
    ]);
}

const levels = (told: readonly Told[]): string[] => told.map(([check, level]) => `${check} ${level}`);

const event = (time: string, more: object): string =>
  `${JSON.stringify({ event_id: 'evt_1', time, runner_id: 'local-1-1', pack_id: 'demo', action_id: 'demo.show', ...more })}\n`;

test('a good host gets a line for everything that was looked at', async () => {
  const { root, state } = await host();
  const { code, stdout } = runBin(['doctor', '--config', join(root, 'packwright.yaml')], { cwd: root });
  const marks = stdout.split('\n').map((line) => line.split(/ +/).slice(0, 2).join(' '));
  expect([code, ...marks]).toEqual([
    0,
    '✓ node',
    '✓ setpriv',
    '✓ settings',
    '✓ packs',
    '✓ trust',
    '✓ programs',
    '✓ environment',
    '✓ permissions',
    '✓ clock',
    '✓ journal',
    '',
    'all is',
    '',
  ]);
  expect(readdirSync(state).toSorted()).toEqual(['.keep', 'trust.json']);
});

test('a broken one makes it exit with 1, and the findings can be had as data', async () => {
  const { root } = await host({ 'packs/bad/pack.yaml': 'schema_version: 1\nid: bad\n' });
  const line = ['doctor', '--output', 'json', '--config', join(root, 'packwright.yaml')];
  const { code, stdout } = runBin(line, { cwd: root });
  const { ok, findings } = JSON.parse(stdout);
  expect([code, ok]).toEqual([1, false]);
  expect(findings).toContainEqual({
    check: 'packs',
    level: 'error',
    message: expect.stringMatching(/^"bad" is left out: pack\.yaml: PCK/),
    hint: `\`packwright validate ${join(root, 'packs', 'bad')}\` shows all of it`,
  });
});

describe('on a broken host it says what is wrong and what to do:', () => {
  test('bytes that changed after they were trusted', async () => {
    const drifted = await host();
    appendFileSync(join(drifted.packs, 'demo/pack.yaml'), '\n');
    const told = await against(drifted);
    expect(levels(told)).toEqual(['trust error']);
    expect(told[0]?.[3]).toMatch(/packwright trust demo sha256:/);
  });

  test('a pack that nobody decided on, which is no error', async () => {
    const pending = await host();
    writeFileSync(join(pending.state, 'trust.json'), writeTrustFile(emptyTrustFile));
    expect(levels(await against(pending))).toEqual(['trust warning']);
    expect(readFileSync(join(pending.state, 'trust.json'), 'utf8')).toBe(writeTrustFile(emptyTrustFile));
  });

  test('a file of trust that is damaged', async () => {
    const damaged = await host();
    writeFileSync(join(damaged.state, 'trust.json'), '{');
    expect(await against(damaged)).toEqual([
      [
        'trust',
        'error',
        '/state/trust.json:1: the trust file is damaged',
        'put back a copy, or move it away and trust each pack again',
      ],
    ]);
  });

  test('no setpriv, and no program that an action starts', async () => {
    expect(await against(await host(), { PATH: '/nowhere' })).toEqual([
      [
        'setpriv',
        'warning',
        'there is no setpriv: actions may gain privileges, and none runs as another user',
        'install util-linux, or put setpriv on the PATH of the runner',
      ],
      ['programs', 'error', 'demo.show: there is no "sh"', 'install it, or put it on the PATH of the runner'],
    ]);
  });

  test('what a format says does not run on one machine', async () => {
    const attune = join(import.meta.dirname, '../../../../examples/cert-watch');
    const told = await against(await host({}, attune), { PATH: '/nowhere' });
    expect(
      told.filter(([check]) => check === 'programs').map(([, level, message]) => [level, message]),
    ).toEqual([
      ['error', 'cert-watch.check: there is no "python3"'],
      ['error', 'demo.show: there is no "sh"'],
      ['warning', 'cert-watch.review: it is a workflow, which no single machine runs'],
    ]);
  });

  test('an interpreter that is not of the version that an action asks for', async () => {
    const pack = folderWith({
      'pack.yaml': 'ref: old\nlabel: Old\ndescription: Test.\nversion: "1.0.0"\n',
      'actions/show.yaml':
        'ref: old.show\nlabel: Show\nentry_point: show.sh\nrunner_type: shell\nruntime_version: ">=99"\n',
      'actions/show.sh': 'true',
    });
    expect(await against(await host({}, pack))).toEqual([
      [
        'programs',
        'warning',
        expect.stringMatching(
          /^old\.show: `runtime_version` asks for ">=99", and "\/bin\/bash" is [0-9]+\.[0-9]+\.[0-9]+$/,
        ),
        'put one that fits on the PATH of the runner',
      ],
    ]);
  });

  test('a state directory that is shut to its user, beside all the rest', async () => {
    const shut = await host({ 'state/journal.jsonl': '' });
    chmodSync(shut.state, uid === undefined ? 0 : 0o700);
    const line = ['doctor', '--output', 'json', '--config', join(shut.root, 'packwright.yaml')];
    const { code, stdout } = runBin(line, { cwd: shut.root, ...(uid && { uid }) });
    chmodSync(shut.state, 0o700);
    const findings: readonly { check: string; level: string; message: string }[] =
      JSON.parse(stdout).findings;
    expect([code, findings.map(({ check, level }) => `${check} ${level}`)]).toEqual([
      1,
      [
        'node ok',
        'setpriv ok',
        'settings ok',
        'packs ok',
        'trust error',
        'programs ok',
        'environment ok',
        'permissions warning',
        'permissions warning',
        'clock ok',
        'journal error',
      ],
    ]);
    expect(findings.find(({ check }) => check === 'journal')?.message).toBe(
      `"${join(shut.state, 'journal.jsonl')}" is not open to this user (EACCES)`,
    );
  });

  test('a variable that does not reach the actions, or is not set', async () => {
    const manifest = goodPack('')['pack.yaml'] ?? '';
    const needing = {
      'packs/demo/pack.yaml': `${manifest.replace('systemctl', 'sh')}setup:\n  env:\n    - name: DEMO_URL\n      required: true\n`,
    };
    expect(await against(await host(needing))).toEqual([
      [
        'environment',
        'error',
        'demo: "DEMO_URL" does not reach its actions',
        'add it to `runner.inherit_env` of packwright.yaml, and set it where the runner starts',
      ],
    ]);
    const settings = `${SETTINGS}runner:\n  inherit_env: [DEMO_URL]\n`;
    const inheriting = await host({ ...needing, 'packwright.yaml': settings });
    expect(await against(inheriting)).toEqual([
      [
        'environment',
        'warning',
        'demo: "DEMO_URL" is not set here',
        'set it where the runner starts; a service reads /etc/packwright/runner.env',
      ],
    ]);
    expect(await against(inheriting, { DEMO_URL: 'x' })).toEqual([]);
  });

  test('places that others may write to, and a journal that they may read', async () => {
    const open = await host({ 'state/journal.jsonl': '' });
    chmodSync(open.packs, 0o777);
    chmodSync(join(open.state, 'journal.jsonl'), 0o644);
    expect(await against(open)).toEqual([
      ['permissions', 'error', 'others may write to "/packs"', 'chmod go-w /packs'],
      [
        'permissions',
        'warning',
        'others may read the journal "/state/journal.jsonl"',
        'chmod 600 /state/journal.jsonl',
      ],
    ]);
  });

  test.each([
    [-1, ['clock error']],
    [3, ['clock warning']],
    [60, []],
  ])('an allow-list that expires in %i days', async (days, expected) => {
    const listed = await host();
    const at = (day: number) => new Date(Date.now() + day * 86_400_000).toISOString();
    const path = join(listed.state, 'trust.json');
    const list = {
      schema: 'packwright.allow-list/v1',
      ...{ version: 1, issued: at(-30), expires: at(days), keys: ['k'], packs: [], revoked: [] },
    };
    const allowList = { sha256: '0'.repeat(64), list };
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), allowList }));
    expect(levels(await against(listed))).toEqual(expected);
  });

  test('a journal with a line that no runner wrote, and one whose last line is torn', async () => {
    const journal = (text: string) => host({ 'state/journal.jsonl': { mode: 0o600, text } });
    expect(await against(await journal('nothing\n'))).toContainEqual([
      'journal',
      'error',
      '/state/journal.jsonl:1: the line is not JSON',
      'find out who wrote to it, and put it aside with `mv /state/journal.jsonl /state/journal.jsonl.damaged`: the next run begins a new one',
    ]);
    expect(await against(await journal('{"event_id":'))).toContainEqual([
      'journal',
      'error',
      '/state/journal.jsonl:1: the line has no end, as when a machine stops while it writes',
      'nothing is to be done: the next run takes the half line away',
    ]);
  });

  test('a clock that is behind the journal', async () => {
    const line = event('2999-01-01T00:00:00.000Z', { event_type: 'dispatch_refused' });
    const late = await host({ 'state/journal.jsonl': line });
    chmodSync(join(late.state, 'journal.jsonl'), 0o600);
    const told = await against(late);
    expect(levels(told)).toEqual(['clock error']);
    expect(told[0]?.[2]).toMatch(/the last line of the journal is of 2999-01-01T00:00:00\.000Z$/);
  });

  test('a journal that was changed, and runs of which nobody knows the end', async () => {
    const started = { event_type: 'execution_started', caller: { control_plane_request_id: 'r' } };
    const line = event('2026-01-01T00:00:00.000Z', started);
    const open = await host({ 'state/journal.jsonl': `${line}${line}` });
    chmodSync(join(open.state, 'journal.jsonl'), 0o600);
    expect((await against(open)).map(([check, level, message]) => [check, level, message])).toEqual([
      ['journal', 'error', '/state/journal.jsonl:2: the line does not carry the hash of the line before it'],
      ['journal', 'warning', 'nobody knows how demo.show, started at 2026-01-01T00:00:00.000Z, ended'],
    ]);
  });

  test('nothing that says where packs are', async () => {
    const told = await against(await host({ 'packwright.yaml': 'state_dir: state\n' }));
    expect(told.map(([check, level, message]) => [check, level, message])).toEqual([
      ['settings', 'error', 'nothing says where packs are installed'],
    ]);
  });
});
