// `npm test`: every check, each one also when an earlier one failed. `--long` adds the slow tests.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './repo-root.ts';
import { run } from './run.ts';
import { failures, type TestCounts, testCounts } from './test-counts.ts';

const report = join(repoRoot, 'node_modules', '.cache', 'packwright', 'vitest.json');
const long = process.argv.includes('--long') ? { PACKWRIGHT_LONG: '1' } : {};

const checks = {
  'generated files are fresh': ['node', 'tooling/repo/generate.ts', '--check'],
  'lint and format': ['biome', 'check', '.'],
  'types of the packages': ['turbo', 'run', 'typecheck', '--output-logs=errors-only'],
  'types of the tooling': ['tsc', '-p', 'tsconfig.json'],
  'nothing unused': ['knip'],
  // A missing expectation fails here; `vitest run` in a package writes it.
  tests: [
    'vitest',
    'run',
    '--update=none',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  'packed tarballs': ['node', 'tooling/repo/packed.ts'],
};

const lines: string[] = [];
const failed: string[] = [];
const total: TestCounts = { passed: 0, failed: 0, skipped: 0 };
rmSync(report, { force: true });

for (const [name, command] of Object.entries(checks)) {
  console.log(`\n> ${name}`);
  const start = Date.now();
  const passed = run(command, long);
  lines.push(
    `${passed ? 'ok    ' : 'FAILED'} ${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s  ${name}`,
  );
  const counts =
    name === 'tests' ? reported(passed) : { passed: Number(passed), failed: Number(!passed), skipped: 0 };
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

console.log(`\n${lines.join('\n')}\n`);
for (const line of failed) console.log(`failed: ${line}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A run of the tests that dies before it writes its report is one failure. */
function reported(passed: boolean): TestCounts {
  try {
    const written = JSON.parse(readFileSync(report, 'utf8'));
    failed.push(...failures(written));
    return testCounts(written, passed);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
