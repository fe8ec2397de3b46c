import { existsSync, readFileSync } from 'node:fs';

/** The Markdown page of a code as shipped with the package, or undefined where it has none. */
export function readPage(code: string): string | undefined {
  const file = new URL(`rules/${code}.md`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
