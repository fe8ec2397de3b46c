import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { catalogSchema } from './catalog-schema.ts';

const { resolve } = createRequire(import.meta.url);

/** The schemas that a registry offers to editors beside its packs (specs/emisar 5.3), by path. */
export function registrySchemas(): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const authored = (name: string): Uint8Array =>
    readFileSync(resolve(`@packwright/json-schemas/schemas/emisar/v1/${name}.schema.json`));
  return [
    [pathOf('catalog'), new TextEncoder().encode(`${JSON.stringify(catalogSchema)}\n`)],
    [pathOf('pack'), authored('pack')],
    [pathOf('action'), authored('action')],
  ];
}

/** Named by the form of catalogs, the fourth. */
const pathOf = (name: string): string => `v1/schemas/${name}.v4.schema.json`;
