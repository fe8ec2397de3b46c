import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './repo-root.ts';

export interface SourceFile {
  /** Path from the root of the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file under the `src` folders of packages and apps, by path. */
export function sourceFiles(): readonly SourceFile[] {
  const paths = globSync(['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'], { cwd: repoRoot }).toSorted();
  return paths.map((path) => ({ path, text: readFileSync(join(repoRoot, path), 'utf8') }));
}

/** Tests and what only they use: never built, never published. */
export function isTestCode({ path }: SourceFile): boolean {
  return /\.test\.ts$|\/(?:fixtures|fuzz)\//.test(path);
}

const STATIC = /^(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport(?:\.meta\.resolve)?\(\s*'([^']+)'/g;

/** What a file imports, as written; relies on the quotes and line starts that the formatter leaves. */
export function importsOf(text: string): readonly string[] {
  return [STATIC, BARE, DYNAMIC].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
}

/** The package that an import names. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
