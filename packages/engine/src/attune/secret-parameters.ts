import { EVERY_ENTRY, secretPaths, type ValueStep } from '@packwright/validator/attune';
import { type ExactJson, ExactNumber, type ExactObject } from '@packwright/values';
import { isKeyMarker, lineSpellings } from '../redaction/line-spellings.ts';
import { quoted } from './documents/dotenv.ts';
import { jsonDocument } from './documents/json.ts';
import { plainNumber } from './documents/plain-number.ts';

const MASK = '[REDACTED]';

/** Every spelling under which a secret parameter may turn up: raw, and as each format escapes it. */
export function secretTexts(schema: unknown, parameters: ExactObject): readonly string[] {
  const found = secretPaths(schema).flatMap((path) => [...valuesAt(parameters, path)]);
  return [...new Set(found.flatMap(spellings))].filter((text) => text !== '' && !isKeyMarker(text));
}

/** The parameters of a run as JSON text, with `[REDACTED]` for every secret. */
export function shownParameters(schema: unknown, parameters: ExactObject): string {
  let shown: ExactJson = parameters;
  for (const path of secretPaths(schema)) shown = masked(shown, path);
  return jsonDocument(shown);
}

function* valuesAt(value: ExactJson, [step, ...rest]: readonly ValueStep[]): Generator<ExactJson> {
  if (step === undefined) yield value;
  else if (step === EVERY_ENTRY) {
    for (const item of Array.isArray(value) ? value : []) yield* valuesAt(item, rest);
  } else if (value instanceof Map && value.has(step)) yield* valuesAt(value.get(step) as ExactJson, rest);
}

function spellings(value: ExactJson): readonly string[] {
  if (typeof value === 'string') {
    const whole = [value, JSON.stringify(value).slice(1, -1), quoted(value), value.replaceAll("'", "''")];
    return [...whole, ...lineSpellings(value)];
  }
  if (value instanceof ExactNumber) return [value.literal, plainNumber(value)];
  if (value instanceof Map) return [jsonDocument(value), ...[...value.values()].flatMap(spellings)];
  return Array.isArray(value) ? [jsonDocument(value), ...value.flatMap(spellings)] : [];
}

function masked(value: ExactJson, [step, ...rest]: readonly ValueStep[]): ExactJson {
  if (step === undefined) return MASK;
  if (step === EVERY_ENTRY) return Array.isArray(value) ? value.map((item) => masked(item, rest)) : value;
  if (!(value instanceof Map) || !value.has(step)) return value;
  return new Map([...value].map(([key, item]) => [key, key === step ? masked(item, rest) : item]));
}
