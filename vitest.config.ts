import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const folders = globSync(['packages/*/src', 'apps/*/src']).map((source) => source.replace(/\/src$/, ''));

export default defineConfig({
  test: {
    projects: [
      ...folders.map((root) => ({
        extends: true as const,
        test: { name: root.replace(/^.*\//, ''), root, include: ['src/**/*.test.ts'] },
      })),
      {
        extends: true as const,
        test: { name: 'repo', root: 'tooling/repo', include: ['**/*.test.ts'], testTimeout: 60_000 },
      },
      { extends: true as const, test: { name: 'vitest', root: 'tooling/vitest', include: ['*.test.ts'] } },
    ],
    testTimeout: 20_000,
  },
});
