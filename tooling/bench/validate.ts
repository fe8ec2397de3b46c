// `pnpm bench validate`: the whole `packwright validate` process against the least work that its job needs.
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { shared } from '../vitest/shared.ts';
import { measure, type Subject, type Usage } from './harness/measure.ts';
import { table } from './harness/table.ts';
import { packFiles } from './subjects/pack-files.js';

const RUNS = { warmUps: 2, runs: 11 };
const RUNS_OF_COPIES = { warmUps: 1, runs: 5 };
const COPIES = [1, 4, 16];
const GOAL = 8;

const root = join(import.meta.dirname, '..', '..');
const bench = (file: string): string => join(import.meta.dirname, 'subjects', file);
const corpus = shared('corpus/emisar');
const packs = corpus ?? join(root, 'examples');

const validate = (...folders: readonly string[]): Subject => ({
  name: 'packwright validate',
  argv: [join(root, 'packages', 'cli', 'bin', 'packwright.js'), 'validate', ...folders],
});
const hash = (folder: string): Subject => ({
  name: '(a) read and hash',
  argv: [bench('read-and-hash.js'), folder],
});
const parse = (folder: string): Subject => ({
  name: '(b) read, hash, parse with yaml',
  argv: [bench('parse-with-yaml.js'), folder],
});

console.log(describePacks());
compare();
together();
scale();

function describePacks(): string {
  const files = [...packFiles(packs)];
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const size = `${packCount()} packs, ${files.length} files, ${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const where = corpus ? 'the corpus' : `\`${relative(root, packs)}\`, since there is no corpus`;
  return [
    `${where}: ${size}; Node ${process.versions.node}, ${availableParallelism()} processors`,
    `medians of ${RUNS.runs} interleaved runs after ${RUNS.warmUps} to warm up; whole processes, output piped`,
  ].join('\n');
}

function packCount(): number {
  return [...packFiles(packs)].filter((file) => basename(file) === 'pack.yaml').length;
}

function compare(): void {
  const subjects = [hash(packs), parse(packs), validate(packs)];
  const usages = measure(subjects, RUNS);
  const [least, parsed, ours] = usages as [Usage, Usage, Usage];
  const rows = subjects.map(({ name }, index) => [name, ...absolute(usages[index] as Usage)]);
  console.log(`\n${table([['', 'wall', 'CPU', 'peak memory'], ...rows])}`);
  console.log(
    `\n${table([
      ['', 'wall', 'CPU', 'peak memory'],
      ['validate / (a)', ...ratios(ours, least)],
      ['validate / (b)', ...ratios(ours, parsed)],
    ])}`,
  );
  const verdict = ours.wallMs / least.wallMs <= GOAL ? 'reached' : 'missed';
  console.log(`\ngoal: at most ${GOAL} times the wall time of (a): ${verdict}`);
}

/** Packs of both formats in one run cost what they cost apart, less one start. */
function together(): void {
  const other = shared('corpus/attune');
  if (!corpus || !other) return;
  const rows = [
    ['emisar', corpus],
    ['attune', other],
    ['both in one run', corpus, other],
  ] as const;
  const usages = measure(
    rows.map(([name, ...folders]) => ({ ...validate(...folders), name })),
    RUNS_OF_COPIES,
  );
  const lines = rows.map(([name], index) => [name, ...absolute(usages[index] as Usage)]);
  console.log(`\n${table([['packwright validate', 'wall', 'CPU', 'peak memory'], ...lines])}`);
}

/** More copies of the same packs: linear means that the time of one pack does not grow. */
function scale(): void {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-bench-'));
  try {
    const rows = COPIES.map((copies) => {
      const target = join(folder, String(copies));
      for (let copy = 0; copy < copies; copy++)
        cpSync(packs, join(target, String(copy)), { recursive: true });
      const [least, ours] = measure([hash(target), validate(target)], RUNS_OF_COPIES) as [Usage, Usage];
      return { copies, least, ours };
    });
    const perPack = ({ copies, ours }: (typeof rows)[number]): number => ours.wallMs / copies;
    const first = perPack(rows[0] as (typeof rows)[number]);
    console.log(
      `\n${table([
        ['copies', 'wall', 'CPU', 'peak memory', 'time per pack / 1x', 'wall / (a)'],
        ...rows.map((row) => [
          `${row.copies}x`,
          ...absolute(row.ours),
          (perPack(row) / first).toFixed(2),
          (row.ours.wallMs / row.least.wallMs).toFixed(2),
        ]),
      ])}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function absolute({ wallMs, cpuMs, peakMiB }: Usage): string[] {
  return [`${wallMs.toFixed(0)} ms`, `${cpuMs.toFixed(0)} ms`, `${peakMiB.toFixed(0)} MiB`];
}

function ratios(one: Usage, other: Usage): string[] {
  return (['wallMs', 'cpuMs', 'peakMiB'] as const).map((key) => (one[key] / other[key]).toFixed(2));
}
