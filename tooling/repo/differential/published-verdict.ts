import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const { resolve } = createRequire(import.meta.url);

/** The keywords that only editors read. */
const editorKeywords = [
  'defaultSnippets',
  'doNotSuggest',
  'enumDescriptions',
  'errorMessage',
  'markdownDescription',
  'markdownEnumDescriptions',
  'patternErrorMessage',
];

/** What Ajv, at its strictest, makes of values under the published schema at a path below `schemas/`. */
export function publishedVerdict(path: string): (value: unknown) => boolean {
  const schema = JSON.parse(readFileSync(resolve(`@packwright/json-schemas/schemas/${path}`), 'utf8'));
  const ajv = new Ajv({ strict: true });
  ajv.addVocabulary(editorKeywords);
  return ajv.compile(schema);
}
