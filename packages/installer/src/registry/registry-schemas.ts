import { readFileSync } from 'node:fs';
import { catalogSchema } from './catalog-schema.ts';

/** The schemas that a registry offers to editors beside its packs (specs/emisar 5.3), by path. */
export function registrySchemas(): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const pack = import.meta.resolve('@packwright/json-schemas/schemas/emisar/v1/pack.schema.json');
  const action = import.meta.resolve('@packwright/json-schemas/schemas/emisar/v1/action.schema.json');
  return [
    [pathOf('catalog'), new TextEncoder().encode(`${JSON.stringify(catalogSchema)}\n`)],
    [pathOf('pack'), readFileSync(new URL(pack))],
    [pathOf('action'), readFileSync(new URL(action))],
  ];
}

/** Named by the form of catalogs, the fourth. */
const pathOf = (name: string): string => `v1/schemas/${name}.v4.schema.json`;
