import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is watched. Neither needs to be there. */
export interface Watched {
  /** Everything below it. */
  readonly tree: string;
  readonly files: readonly string[];
}

/**
 * Tells of changes. What is in a directory that was made meanwhile is seen once `renew` has looked again, which the one
 * who is told does before it reads: then no change can fall between.
 */
export class FileWatch {
  readonly #watched: Watched;
  readonly #onChange: () => void;
  readonly #onError: (error: Error) => void;
  #watchers: readonly FSWatcher[] = [];

  constructor(watched: Watched, onChange: () => void, onError: (error: Error) => void) {
    this.#watched = watched;
    this.#onChange = onChange;
    this.#onError = onError;
    this.renew();
  }

  /** Looks at everything that is there now. */
  renew(): void {
    const before = this.#watchers;
    const { tree, files } = this.#watched;
    this.#watchers = [
      ...directoriesOf(tree).map((directory) => this.#watch(directory, isShown)),
      ...[tree, ...files].map((path) => this.#watch(dirname(path), (name) => name === basename(path))),
    ].filter((watcher) => watcher !== undefined);
    // Only now, so that none is unwatched for a moment.
    for (const watcher of before) watcher.close();
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }

  #watch(directory: string, counts: (name: string) => boolean): FSWatcher | undefined {
    try {
      const watcher = watch(directory, { persistent: false }, (_, name) => {
        if (name === null || counts(name)) this.#onChange();
      });
      // A directory that is taken away ends its watch; the one above it has told.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#onError(error as Error);
      return undefined;
    }
  }
}

/** Names with a dot are passed over, as loaders do: packs are staged under them. */
const isShown = (name: string): boolean => !name.startsWith('.');

function directoriesOf(root: string): readonly string[] {
  try {
    const below = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isShown(entry.name))
      .flatMap(({ name }) => directoriesOf(join(root, name)));
    return [root, ...below];
  } catch {
    // It was taken away meanwhile, or cannot be read; the load says so.
    return [];
  }
}
