import {
  compareDecimals,
  compareUtf8,
  type ExactJson,
  ExactJsonError,
  ExactNumber,
  type ExactObject,
  isWellFormed,
  parseExactJson,
  utf8Length,
} from '@packwright/values';

/** Why an output is not the result that its action promises (specs/emisar 2.11). */
export type ResultFault =
  | 'output_truncated'
  | 'output_schema_unavailable'
  | 'output_invalid_json'
  | 'output_too_large'
  | 'output_too_complex'
  | 'output_schema_mismatch';

/** The result as canonical JSON, or why there is none. */
export type StructuredResult =
  | { readonly ok: true; readonly json: string; readonly value: unknown }
  | { readonly ok: false; readonly fault: ResultFault };

const MOST_BYTES = 8_192;
const MOST_LEVELS = 16;
const MOST_VALUES = 1_024;
const LONGEST_NUMBER = 64;

const fail = (fault: ResultFault): StructuredResult => ({ ok: false, fault });

/** Holds a redacted output against the schema of its action. */
export async function structuredResult(
  schema: Readonly<Record<string, unknown>>,
  text: string,
  isTruncated: boolean,
): Promise<StructuredResult> {
  if (isTruncated) return fail('output_truncated');
  if (utf8Length(text) > MOST_BYTES) return fail('output_too_large');
  const read = readResult(text);
  if (!(read instanceof Map)) return fail(read as ResultFault);
  try {
    // Loaded here, for few actions have a schema and everything costs more to load than most runs.
    const { compileBodySchema } = await import('@packwright/capabilities');
    if (!compileBodySchema(schema, 'asserted').accepts(read)) return fail('output_schema_mismatch');
  } catch {
    return fail('output_schema_unavailable');
  }
  const json = canonical(read);
  if (utf8Length(json) > MOST_BYTES) return fail('output_too_large');
  return { ok: true, json, value: JSON.parse(json) };
}

function readResult(text: string): ExactObject | ResultFault {
  let value: ExactJson;
  try {
    value = parseExactJson(text, { maxDepth: 1_000 });
  } catch (error) {
    if (error instanceof ExactJsonError) return 'output_invalid_json';
    throw error;
  }
  if (!(value instanceof Map)) return 'output_invalid_json';
  let count = 0;
  return faultOf(value, 1) ?? value;

  function faultOf(part: ExactJson, level: number): ResultFault | undefined {
    count += 1;
    if (count > MOST_VALUES) return 'output_too_complex';
    if (part instanceof ExactNumber) return isBounded(part.literal) ? undefined : 'output_invalid_json';
    if (typeof part === 'string') return isWellFormed(part) ? undefined : 'output_invalid_json';
    if (part === null || typeof part !== 'object') return undefined;
    if (level > MOST_LEVELS) return 'output_too_complex';
    const items = part instanceof Map ? [...part.values()] : (part as readonly ExactJson[]);
    if (part instanceof Map && ![...part.keys()].every(isWellFormed)) return 'output_invalid_json';
    for (const item of items) {
      const fault = faultOf(item, level + 1);
      if (fault) return fault;
    }
    return undefined;
  }
}

/** A number that a double holds exactly, so that everyone reads the same one. */
function isBounded(literal: string): boolean {
  if (literal.length > LONGEST_NUMBER || /[eE][+-]?[0-9]{4,}/.test(literal)) return false;
  const double = Number(literal);
  return Number.isFinite(double) && compareDecimals(new ExactNumber(literal), double) === 0;
}

function canonical(value: ExactJson): string {
  if (value instanceof ExactNumber) return value.literal;
  if (value instanceof Map) {
    const keys = [...value.keys()].toSorted(compareUtf8);
    return `{${keys.map((key) => `${text(key)}:${canonical(value.get(key) as ExactJson)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return typeof value === 'string' ? text(value) : JSON.stringify(value);
}

const text = (value: string): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
