import { defineConfig } from 'tsup';

/** Builds the named entries of one package as ESM; declarations come from `tsc`, see `toolchain.md` on TypeScript 7. */
export function esm(entry: Record<string, string>) {
  return defineConfig({
    entry,
    format: 'esm',
    target: 'node20',
    platform: 'neutral',
    external: [/^node:/],
    clean: true,
    splitting: true,
    sourcemap: false,
    dts: false,
  });
}
