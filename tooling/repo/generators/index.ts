import { documentForms } from './document-forms.ts';
import type { Generator } from './generator.ts';
import { jsonSchemas } from './json-schemas.ts';
import { referenceTables } from './reference-tables.ts';
import { rulePages } from './rule-pages.ts';

/** Everything that `pnpm generate` writes. */
export const generators: readonly Generator[] = [documentForms, jsonSchemas, referenceTables, rulePages];
