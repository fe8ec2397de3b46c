import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Journal, type JournalOptions } from './journal.ts';
import { settleUnknownOutcomes, unknownOutcomes } from './unknown-outcomes.ts';

const LINES_OF_A_MARK = 400;

function journalIn(folder: string, options?: JournalOptions) {
  const path = join(folder, 'journal.jsonl');
  const journal = new Journal(path, options);
  const record = (requestId: string, type: string) =>
    journal.record({
      event_type: type,
      caller: { control_plane_request_id: requestId },
      action_id: 'a.b',
      pack_id: 'a',
    } as never);
  return {
    path,
    mark: `${path}.settled`,
    start: (run: string) => record(run, 'execution_started'),
    end: (run: string) => record(run, 'execution_completed'),
    settle: async () => (await settleUnknownOutcomes(path, journal)).map(({ requestId }) => requestId),
    text: () => readFileSync(path, 'utf8'),
    /** Writes into the file, so that it stays the same file. */
    rewrite: (change: (text: string) => string) => writeFileSync(path, change(readFileSync(path, 'utf8'))),
  };
}

type TestJournal = ReturnType<typeof journalIn>;

const freshJournal = (options?: JournalOptions) =>
  journalIn(mkdtempSync(join(tmpdir(), 'packwright-outcomes-')), options);

/** As if the runner that wrote all this had died. */
const died = (text: string) =>
  text.replaceAll(`local-${process.pid}-`, `local-${'9'.repeat(String(process.pid).length)}-`);

async function manyRuns({ start, end }: TestJournal): Promise<void> {
  const runs = Array.from({ length: LINES_OF_A_MARK / 2 }, (_, at) => `run ${at}`);
  await Promise.all(runs.map(start));
  await Promise.all(runs.map(end));
}

test('a run without an end is told once, and only when its runner is dead', async () => {
  const journal = freshJournal();
  await journal.start('lives');
  await journal.start('ended');
  await journal.end('ended');
  expect(await journal.settle()).toEqual([]);
  journal.rewrite(died);
  expect(await journal.settle()).toEqual(['lives']);
  expect(await journal.settle()).toEqual([]);
  expect(journal.text().trimEnd().split('\n').at(-1)).toContain('"error":"execution_outcome_unknown"');
});

test('what an earlier start has looked through is not read again', async () => {
  const journal = freshJournal();
  await manyRuns(journal);
  expect(await journal.settle()).toEqual([]);
  expect(statSync(journal.mark).mode & 0o777).toBe(0o600);
  const first = journal.text().indexOf('\n');
  const behind = journal.text().length;
  await journal.start('later');
  journal.rewrite((text) => `${'x'.repeat(first)}${text.slice(first, behind)}${died(text.slice(behind))}`);
  expect(unknownOutcomes(journal.path)).toMatchObject([{ requestId: 'later', actionId: 'a.b', packId: 'a' }]);
  expect(await journal.settle()).toEqual(['later']);
});

test('a damaged line behind the mark is named by its place in the file', async () => {
  const journal = freshJournal();
  await manyRuns(journal);
  await journal.settle();
  await journal.start('later');
  journal.rewrite((text) => `${text}no event\n`);
  await expect(journal.settle()).rejects.toThrow(
    `journal.jsonl:${LINES_OF_A_MARK + 2}: the journal is damaged, this line is no event`,
  );
});

test('a run that goes on is looked for again, however much is written behind it', async () => {
  const journal = freshJournal();
  await manyRuns(journal);
  await journal.start('goes on');
  await manyRuns(journal);
  expect(await journal.settle()).toEqual([]);
  journal.rewrite(died);
  expect(await journal.settle()).toEqual(['goes on']);
});

test('a mark that does not fit the journal is not believed', async () => {
  const journal = freshJournal();
  await journal.start('early');
  await manyRuns(journal);
  await journal.end('early');
  await journal.settle();
  expect(existsSync(journal.mark)).toBe(true);
  const other = freshJournal();
  await other.start('early');
  await manyRuns(other);
  await other.end('since');
  await other.start('later');
  journal.rewrite(() => died(other.text()));
  expect(await journal.settle()).toEqual(['early', 'later']);
});

test('a mark at the end of a journal is not believed of another one of the same length', async () => {
  const journal = freshJournal();
  await journal.start('early');
  await manyRuns(journal);
  await journal.end('early');
  await journal.settle();
  const other = freshJournal();
  await other.start('early');
  await manyRuns(other);
  await other.end('other');
  expect(other.text().length).toBe(journal.text().length);
  journal.rewrite(() => died(other.text()));
  expect(await journal.settle()).toEqual(['early']);
});

test.each(['', '{', '[]', '{"inode":1}'])(
  'a mark that cannot be read costs nothing but time: %j',
  async (text) => {
    const journal = freshJournal();
    await journal.start('early');
    await manyRuns(journal);
    writeFileSync(journal.mark, text);
    journal.rewrite(died);
    expect(await journal.settle()).toEqual(['early']);
  },
);

test.each([-1, 0, 1])(
  'a mark at an offset where no line begins costs nothing but time: %d',
  async (offset) => {
    const journal = freshJournal();
    await journal.start('early');
    const mark = { inode: statSync(journal.path).ino, offset, hash: 'a'.repeat(64) };
    writeFileSync(journal.mark, JSON.stringify(mark));
    journal.rewrite(died);
    expect(await journal.settle()).toEqual(['early']);
  },
);

test('a run that was started in the file that was put aside meanwhile is told', async () => {
  const journal = freshJournal({ maxBytes: 1_000 });
  await journal.start('early');
  for (let at = 0; existsSync(`${journal.path}.1`) === false; at++) await journal.end(`other ${at}`);
  expect(journal.text()).not.toContain('early');
  writeFileSync(`${journal.path}.1`, died(readFileSync(`${journal.path}.1`, 'utf8')));
  expect(await journal.settle()).toEqual(['early']);
  expect(await journal.settle()).toEqual([]);
});

test('a run is told also where the journal was put aside and not begun anew', async () => {
  const journal = freshJournal();
  await journal.start('early');
  writeFileSync(`${journal.path}.1`, died(journal.text()));
  rmSync(journal.path);
  expect(unknownOutcomes(journal.path)).toMatchObject([{ requestId: 'early' }]);
  expect(await journal.settle()).toEqual(['early']);
  expect(await journal.settle()).toEqual([]);
});

test('the file that was put aside is looked through once', async () => {
  const journal = freshJournal({ maxBytes: 1_000 });
  await journal.start('early');
  for (let at = 0; existsSync(`${journal.path}.1`) === false; at++) await journal.end(`other ${at}`);
  await journal.end('early');
  expect(await journal.settle()).toEqual([]);
  writeFileSync(`${journal.path}.1`, 'no event\n');
  expect(await journal.settle()).toEqual([]);
});
