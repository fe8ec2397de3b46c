import { basename } from 'node:path';
import { watch } from 'chokidar';

/** Tells of every change below some paths, which need not exist yet. */
export interface FileWatch {
  close(): Promise<void>;
}

/** Names with a dot are passed over, as loaders do: packs are staged under them. Resolves once it sees everything. */
export async function watchFiles(
  paths: readonly string[],
  onChange: () => void,
  onError: (error: Error) => void,
): Promise<FileWatch> {
  const top = new Set(paths);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => basename(path).startsWith('.') && !top.has(path),
  });
  watcher.on('all', onChange);
  watcher.on('error', (error) => onError(error as Error));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}
