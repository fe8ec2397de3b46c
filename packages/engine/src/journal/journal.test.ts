import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveOut } from '@packwright/vitest';
import { afterAll, describe, expect, test } from 'vitest';
import { shell } from '../fixtures/emisar-pack.ts';
import { testBench } from '../fixtures/test-runner.ts';
import { sha256 } from '../sha256.ts';
import { argumentsHash } from './arguments-hash.ts';
import { Journal } from './journal.ts';
import { JournalError } from './journal-error.ts';
import { verifyJournal } from './verify-journal.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'packwright-journal-'));
const event = (requestId = 'r', type = 'execution_started') =>
  ({
    event_type: type,
    caller: { control_plane_request_id: requestId },
    action_id: 'a.b',
    pack_id: 'a',
  }) as never;
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

describe('a journal', () => {
  test('carries in each line the hash of the line before, and none in the first', async () => {
    const path = join(folder(), 'j');
    const journal = new Journal(path);
    for (let at = 0; at < 3; at++) await journal.record(event());
    const [first = '', second = '', third = ''] = linesOf(path);
    expect(JSON.parse(first).prev_hash).toBeUndefined();
    expect([JSON.parse(second).prev_hash, JSON.parse(third).prev_hash]).toEqual([
      sha256(first),
      sha256(second),
    ]);
    expect(Object.keys(JSON.parse(second)).slice(0, 4)).toEqual([
      'prev_hash',
      'event_id',
      'time',
      'event_type',
    ]);
    expect(JSON.parse(second).event_id).toMatch(/^evt_[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  test('of several writers at once is one chain', async () => {
    const path = join(folder(), 'j');
    const journals = [new Journal(path), new Journal(path), new Journal(path)];
    await Promise.all(Array.from({ length: 90 }, (_, at) => journals[at % 3]?.record(event(`r${at}`))));
    expect(await verifyJournal(path)).toEqual({ ok: true, lines: 90 });
  });

  test('loses a last line that a failing machine has torn, and goes on behind the one before', async () => {
    const path = join(folder(), 'j');
    await new Journal(path).record(event());
    appendFileSync(path, '{"prev_hash":"12');
    await new Journal(path).record(event());
    expect(await verifyJournal(path)).toEqual({ ok: true, lines: 2 });
  });

  test('is put aside when it has grown, and starts a new chain', async () => {
    const path = join(folder(), 'j');
    const journal = new Journal(path, { maxBytes: 300, backups: 2 });
    for (let at = 0; at < 12; at++) await journal.record(event());
    expect(['', '.1', '.2', '.3'].map((end) => existsSync(path + end))).toEqual([true, true, true, false]);
    for (const end of ['', '.1', '.2']) expect(await verifyJournal(path + end)).toMatchObject({ ok: true });
  });

  test('keeps each line below a megabyte', async () => {
    const path = join(folder(), 'j');
    const long = { ...(event() as object), execution: { argv: ['x'.repeat(2_000_000)], argv_sha256: 'h' } };
    await new Journal(path).record(long as never);
    expect(JSON.parse(readFileSync(path, 'utf8')).execution).toEqual({ argv_sha256: 'h' });
  });
});

describe('verification finds', () => {
  test.each([
    [
      'a line that was changed',
      (lines: string[]) => [lines[0], lines[1]?.replace('a.b', 'a.c'), lines[2]],
      3,
    ],
    ['a line that was taken out', (lines: string[]) => [lines[0], lines[2]], 2],
    ['a line that was put in', (lines: string[]) => [lines[0], '{}', lines[1], lines[2]], 2],
    ['a first line that is gone', (lines: string[]) => lines.slice(1), 1],
    ['what is no JSON', (lines: string[]) => [lines[0], 'x'], 2],
    ['an end that is no JSON', (lines: string[]) => [...lines, 'x'], 4],
  ])('%s', async (_, change, line) => {
    const path = join(folder(), 'j');
    const journal = new Journal(path);
    for (let at = 0; at < 3; at++) await journal.record(event());
    writeFileSync(path, `${change(linesOf(path)).join('\n')}\n`);
    expect(await verifyJournal(path)).toMatchObject({ ok: false, line });
  });
});

test('a last line without an end is told from one that was changed', async () => {
  const path = join(folder(), 'j');
  const journal = new Journal(path);
  await journal.record(event());
  await journal.record(event());
  writeFileSync(path, readFileSync(path, 'utf8').trimEnd());
  expect(await verifyJournal(path)).toEqual({
    ok: false,
    line: 2,
    message: 'has no end, as when a machine stops while it writes',
    hint: 'nothing is to be done: the next run takes the half line away',
  });
  await new Journal(path).record(event());
  expect(await verifyJournal(path)).toEqual({ ok: true, lines: 2 });
});

test('the hash of arguments is that of the reference', () => {
  expect(argumentsHash('{"b":[{"c":3}],"a":{"z":1,"y":2}}')).toBe(
    '7bfa53f248cbf3eae425607a124111a545d3c2b4b99f85ed7bf185f88a481148',
  );
  expect(argumentsHash('{"a":"<&>"}')).toBe(sha256('{"a":"\\u003c\\u0026\\u003e"}'));
});

/** A file system of 8 KiB, where one can be had. */
function smallDisk(): string | undefined {
  const mount = folder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', mount], { stdio: 'pipe' });
    return mount;
  } catch {
    return undefined;
  }
}

const disk = smallDisk();
afterAll(() => disk !== undefined && execFileSync('umount', [disk]));

if (disk === undefined)
  leaveOut('a journal on a full disk', 'run the tests as root, where tmpfs can be mounted');
else {
  test('a journal on a full disk takes nothing more, leaves no half line, and nothing is started', async () => {
    const path = join(disk, 'j');
    const journal = new Journal(path);
    await journal.record(event());
    const results = await Promise.allSettled(Array.from({ length: 60 }, () => journal.record(event())));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every((failure) => failure instanceof JournalError)).toBe(true);
    await expect(journal.record(event())).rejects.toBeInstanceOf(JournalError);
    expect(await verifyJournal(path)).toMatchObject({ ok: true });
    const mark = join(folder(), 'mark');
    const bench = testBench([shell('touch', `touch ${mark}`)], {}, { journal });
    expect(await bench.run('touch')).toMatchObject({ status: 'error', local_audit_failed: true });
    expect(existsSync(mark)).toBe(false);
  });
}
