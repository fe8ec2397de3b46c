import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { repoRoot } from '../repo-root.ts';

/** The keywords that only editors read. */
export const editorKeywords = [
  'defaultSnippets',
  'doNotSuggest',
  'enumDescriptions',
  'markdownDescription',
  'markdownEnumDescriptions',
  'patternErrorMessage',
];

/** The checked-in JSON Schema at a path below `schemas/`. */
export function publishedFile(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(repoRoot, 'packages/json-schemas/schemas', path), 'utf8'));
}

/** What Ajv, at its strictest, makes of values under a published schema. */
export function publishedVerdict(path: string): (value: unknown) => boolean {
  const ajv = new Ajv({ strict: true });
  ajv.addVocabulary(editorKeywords);
  return ajv.compile(publishedFile(path));
}
