// The tarballs as users get them: what is in them, how they look to publint and attw, and that they run once installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentProblems } from './packed/content-problems.ts';
import { installTarballs } from './packed/install-tarballs.ts';
import { lintTarball } from './packed/lint-tarball.ts';
import { nodeBinaries } from './packed/node-binaries.ts';
import { packAll } from './packed/pack-all.ts';
import { smokeTest } from './packed/smoke-test.ts';
import { typeCheck } from './packed/type-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'packwright-packed-'));
const problems: string[] = [];
try {
  const tarballs = timed('packed', () => packAll(folder));
  timed('looked into', () => problems.push(...tarballs.flatMap(contentProblems)));
  timed('publint and attw', () => problems.push(...tarballs.flatMap(lintTarball)));
  const project = timed('installed into an empty project', () =>
    installTarballs(join(folder, 'project'), tarballs),
  );
  timed('types seen by a user', () => problems.push(...typeCheck(project, tarballs)));
  for (const [version, binary] of timed('Node binaries', nodeBinaries)) {
    timed(`runs on Node ${version}`, () => problems.push(...smokeTest(project, tarballs, binary)));
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function timed<Result>(what: string, work: () => Result): Result {
  const start = Date.now();
  const result = work();
  console.log(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
