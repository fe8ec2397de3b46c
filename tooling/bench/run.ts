// `pnpm bench run`: what the runner costs over a bare process, and a cold command line over a bare Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createRunner, fixedPolicy, Journal, loadedPacks } from '@packwright/engine';
import { defaultPolicy, standingOf } from '@packwright/trust';
import { repoRoot } from '../repo/repo-root.ts';
import { bareProcess, quantile, timed } from './harness/bare-process.ts';
import { table } from './harness/table.ts';
import { trustedHost } from './harness/trusted-host.ts';

const RUNS = 200;
const COLD_RUNS = 15;
const { folder, packs, trust, loaded } = await trustedHost();

const runner = createRunner({
  packs: loadedPacks(loaded),
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
  bare.push(await timed(bareProcess));
  ours.push(await timed(() => runner.run({ actionId: 'bench.true', argumentsJson: '{}', reason: 'bench' })));
}
const node: number[] = [];
const cold: number[] = [];
const bin = join(repoRoot, 'packages', 'cli', 'bin', 'packwright.js');
const line = ['run', 'bench.true', '--pack', join(packs, 'bench'), '--state', folder, '--reason', 'bench'];
for (let run = 0; run < COLD_RUNS; run++) {
  node.push(await timed(async () => spawnSync(process.execPath, ['-e', '0'])));
  cold.push(await timed(async () => spawnSync(process.execPath, [bin, ...line])));
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const added = (share: number): string => ms(quantile(ours, share) - quantile(bare, share));
console.log(
  table([
    ['', 'median', 'p99', 'goal'],
    ['a bare process', ms(quantile(bare, 0.5)), ms(quantile(bare, 0.99)), ''],
    ['the same through the runner', ms(quantile(ours, 0.5)), ms(quantile(ours, 0.99)), ''],
    ['on top', added(0.5), added(0.99), '3 ms, 10 ms'],
    ['node -e 0', ms(quantile(node, 0.5)), '', ''],
    ['packwright run, cold', ms(quantile(cold, 0.5)), '', ''],
    ['ratio', (quantile(cold, 0.5) / quantile(node, 0.5)).toFixed(2), '', '2.5'],
  ]),
);
