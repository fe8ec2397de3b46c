import { type LoadedPack, loadPack } from '@packwright/engine';
import type { Io } from '../io.ts';
import { findPacks } from '../packs/find-packs.ts';
import { UsageError } from '../usage-error.ts';

/** The packs at or under some paths. Throws a `UsageError` for one that its own loader refuses. */
export function loadPacks(paths: readonly string[], io: Io): readonly LoadedPack[] {
  return findPacks(paths, io.cwd).map(({ path, location }) => {
    const result = loadPack(location);
    if (result.ok) return result.pack;
    const error = result.diagnostics.find(({ severity }) => severity === 'error');
    throw new UsageError(
      `the pack "${path}" is refused: ${error?.message ?? 'it cannot be read'}`,
      `\`packwright validate ${path}\` shows all that is wrong`,
    );
  });
}
