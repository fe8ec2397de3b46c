import { defineConfig } from 'tsup';

/** Builds the named entries of one package as ESM; `tsc` writes the declarations, for TypeScript 7 has no API that tsup could call. */
export function esm(entry: Record<string, string>, { bundled = [] }: { bundled?: (string | RegExp)[] } = {}) {
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
  });
}
