import { expect, test } from 'vitest';
import { importsOf, isTestCode, sourceFiles } from './source-files.ts';

test('only the executor and these files start processes', () => {
  const starting = sourceFiles().filter(
    (file) =>
      /^(?:packages|apps)\//.test(file.path) &&
      !isTestCode(file) &&
      importsOf(file.text).some((target) => /^(?:node:)?child_process$/.test(target)),
  );
  expect(starting.map(({ path }) => path).toSorted()).toEqual([
    'apps/runner/src/daemon/notify-systemd.ts',
    'packages/cli/src/plug-in.ts',
    'packages/engine/src/executor/executor.ts',
    'packages/engine/src/executor/guard.ts',
    'packages/installer/src/source/git.ts',
    'packages/validator/src/scripts/parse-with-shell.ts',
  ]);
});
