import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Generator } from './generators/generator.ts';

/** A checked-in file that is not what its generator writes. */
export interface StaleFile {
  readonly path: string;
  readonly problem: 'missing' | 'different' | 'not generated any more';
  /** What belongs there; undefined for a file that has to go. */
  readonly text: string | undefined;
}

/** Every file below `root` that differs from what the generators write, sorted by path. */
export async function staleFiles(root: string, generators: readonly Generator[]): Promise<StaleFile[]> {
  const stale: StaleFile[] = [];
  for (const generator of generators) {
    const files = await generator.files();
    for (const [path, text] of files) {
      const problem = problemOf(join(root, path), text);
      if (problem) stale.push({ path, problem, text });
    }
    for (const path of filesIn(root, generator.folders)) {
      if (!files.has(path)) stale.push({ path, problem: 'not generated any more', text: undefined });
    }
  }
  return stale.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Writes or removes each file, so that nothing is stale. */
export function refresh(root: string, stale: readonly StaleFile[]): void {
  for (const { path, text } of stale) {
    const target = join(root, path);
    if (text === undefined) {
      rmSync(target);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function problemOf(path: string, text: string): StaleFile['problem'] | undefined {
  if (!existsSync(path)) return 'missing';
  return readFileSync(path, 'utf8') === text ? undefined : 'different';
}

const filesIn = (root: string, folders: readonly string[]) =>
  folders.flatMap((folder) =>
    globSync(`${folder}/**/*`, { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
