import { refresh, staleFiles } from './generated-files.ts';
import { generators } from './generators/index.ts';
import { repoRoot } from './repo-root.ts';

const stale = await staleFiles(repoRoot, generators);

if (!process.argv.includes('--check')) {
  refresh(repoRoot, stale);
  for (const { path, text } of stale) console.log(`${text === undefined ? 'removed' : 'wrote'} ${path}`);
  console.log(stale.length === 0 ? 'nothing to do: all generated files are fresh' : `${stale.length} files`);
} else if (stale.length > 0) {
  for (const { path, problem } of stale) console.error(`${path}: ${problem}`);
  console.error('run `pnpm generate` and commit what it writes');
  process.exitCode = 1;
}
