// `pnpm bench NAME`: one benchmark of tooling/bench.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './repo-root.ts';
import { run } from './run.ts';

const [name, ...args] = process.argv.slice(2);
const names = globSync('*.ts', { cwd: join(repoRoot, 'tooling', 'bench') }).map((file) =>
  file.replace(/\.ts$/, ''),
);

if (name !== undefined && names.includes(name)) {
  process.exitCode = run(['node', `tooling/bench/${name}.ts`, ...args]) ? 0 : 1;
} else {
  console.error(`usage: pnpm bench NAME\nthere is: ${names.toSorted().join(', ') || 'none yet'}`);
  process.exitCode = 2;
}
