// `pnpm bench run`: what the runner costs over a bare process, and a cold command line over a bare Node.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunner, fixedPolicy, Journal, loadedPacks, loadPack } from '@packwright/engine';
import {
  defaultPolicy,
  emptyTrustFile,
  seePack,
  standingOf,
  trustPack,
  writeTrustFile,
} from '@packwright/trust';
import { repoRoot } from '../repo/repo-root.ts';
import { table } from './harness/table.ts';

const RUNS = 200;
const COLD_RUNS = 15;
const folder = mkdtempSync(join(tmpdir(), 'packwright-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const pack = writePack(join(folder, 'pack'));
const { format, id, version, digest } = pack;
const identity = { format, id, version };
const act = { by: 'bench', at: new Date().toISOString(), reason: 'bench' };
const seen = seePack(emptyTrustFile, { pack: identity, digest, unrated: [] }, act, { graceMs: 0 });
const trusted = trustPack(seen, { pack: identity, digest, unrated: [], ratings: {} }, act);
if (!trusted.ok) throw new Error(trusted.problem.message);
const trust = trusted.value;
writeFileSync(join(folder, 'trust.json'), writeTrustFile(trust));

const runner = createRunner({
  packs: loadedPacks([pack]),
  trust: { standingOf: (wanted, bytes) => standingOf(trust, wanted, bytes) },
  policy: fixedPolicy(defaultPolicy),
  journal: new Journal(join(folder, 'journal.jsonl')),
  ask: { ask: async () => ({ approved: false, reason: 'nobody is there' }) },
  scratchDirectory: join(folder, 'scratch'),
});

const bare: number[] = [];
const ours: number[] = [];
// In turn, so that whatever else the machine does reaches both.
for (let run = 0; run < RUNS; run++) {
  bare.push(await timed(spawnBare));
  ours.push(await timed(() => runner.run({ actionId: 'bench.true', argumentsJson: '{}', reason: 'bench' })));
}
const node: number[] = [];
const cold: number[] = [];
const bin = join(repoRoot, 'packages', 'cli', 'bin', 'packwright.js');
const line = ['run', 'bench.true', '--pack', join(folder, 'pack'), '--state', folder, '--reason', 'bench'];
for (let run = 0; run < COLD_RUNS; run++) {
  node.push(await timed(async () => spawnSync(process.execPath, ['-e', '0'])));
  cold.push(await timed(async () => spawnSync(process.execPath, [bin, ...line])));
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const added = (share: number): string => ms(at(ours, share) - at(bare, share));
console.log(
  table([
    ['', 'median', 'p99', 'goal'],
    ['a bare process', ms(at(bare, 0.5)), ms(at(bare, 0.99)), ''],
    ['the same through the runner', ms(at(ours, 0.5)), ms(at(ours, 0.99)), ''],
    ['on top', added(0.5), added(0.99), '3 ms, 10 ms'],
    ['node -e 0', ms(at(node, 0.5)), '', ''],
    ['packwright run, cold', ms(at(cold, 0.5)), '', ''],
    ['ratio', (at(cold, 0.5) / at(node, 0.5)).toFixed(2), '', '2.5'],
  ]),
);

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function spawnBare(): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('true', [], { cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.once('close', () => resolve());
    child.stdout.resume();
    child.stderr.resume();
  });
}

function writePack(directory: string) {
  mkdirSync(join(directory, 'actions'), { recursive: true });
  const manifest =
    'schema_version: 1\nid: bench\nname: Bench\nversion: 1.0.0\ndescription: Bench.\nactions: [actions/true.yaml]\n';
  const action =
    'schema_version: 1\nid: bench.true\ntitle: Nothing\nkind: exec\nrisk: low\ndescription: Does nothing.\n' +
    'side_effects: [none]\nexecution:\n  command:\n    binary: "true"\n  timeout: 10s\n' +
    'output:\n  max_stdout_bytes: 1024\n  max_stderr_bytes: 1024\n';
  writeFileSync(join(directory, 'pack.yaml'), manifest);
  writeFileSync(join(directory, 'actions', 'true.yaml'), action);
  const loaded = loadPack(directory);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return loaded.pack;
}
