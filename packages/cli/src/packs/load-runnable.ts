import { type LoadedPack, loadPack } from '@packwright/engine';
import { UsageError } from '../usage-error.ts';
import type { PackPath } from './find-packs.ts';

/** A pack as the engine runs it. Rejects with a `UsageError` for one that its own loader refuses. */
export async function loadRunnable({ path, location }: PackPath): Promise<LoadedPack> {
  const result = await loadPack(location);
  if (result.ok) return result.pack;
  const error = result.diagnostics.find(({ severity }) => severity === 'error');
  throw new UsageError(
    `the pack "${path}" is refused: ${error?.message ?? 'it cannot be read'}`,
    `\`packwright validate ${path}\` shows all that is wrong`,
  );
}
