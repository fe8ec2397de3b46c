import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const packages = globSync(['packages/*/src', 'apps/*/src'], { cwd: root }).map(dirname).toSorted();

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // Many tests wait for a process of their own; left to itself, vitest keeps a core free.
    maxWorkers: availableParallelism(),
    projects: [
      ...packages.map((folder) => ({
        extends: true as const,
        test: {
          name: basename(folder),
          root: folder,
          include: ['src/**/*.test.ts'],
          setupFiles: hasPropertyTests(folder) ? [join(root, 'tooling/vitest/fixed-seed.ts')] : [],
        },
      })),
      {
        extends: true as const,
        test: { name: 'repo', root: 'tooling/repo', include: ['**/*.test.ts'], testTimeout: 60_000 },
      },
      { extends: true as const, test: { name: 'vitest', root: 'tooling/vitest', include: ['*.test.ts'] } },
    ],
  },
});

function hasPropertyTests(folder: string): boolean {
  const { devDependencies } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return devDependencies?.['fast-check'] !== undefined;
}
