import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsup';

/**
 * Builds the named entries of one package as ESM; `tsc` writes the declarations, for TypeScript 7 has no API that tsup
 * could call. The code of bundled packages comes with their licenses.
 */
export function esm(entry: Record<string, string>, { bundled = [] }: { bundled?: string[] } = {}) {
  return defineConfig({
    entry,
    format: 'esm',
    target: 'node20',
    platform: 'neutral',
    external: [/^node:/, /^#/],
    noExternal: bundled,
    // On by default; it would turn `node:fs` into `fs`, which bundlers for browsers take for a package.
    removeNodeProtocol: false,
    clean: true,
    splitting: true,
    sourcemap: false,
    dts: false,
    async onSuccess() {
      for (const name of bundled) copyLicense(name);
    },
  });
}

function copyLicense(name: string): void {
  mkdirSync('dist/licenses', { recursive: true });
  copyFileSync(
    join('node_modules', name, 'LICENSE'),
    `dist/licenses/${name.replace('@', '').replace('/', '-')}.txt`,
  );
}
