import { checkValue, readSchema, toLoaderSchema, type ValueProblem } from '@packwright/validator/attune';
import {
  closest,
  type ExactJson,
  ExactJsonError,
  ExactNumber,
  type ExactObject,
  isWellFormed,
  parseExactJson,
} from '@packwright/values';
import { isReadable } from './documents/plain-number.ts';
import { exactValue, plainValue } from './plain-value.ts';

/**
 * `json`: the text is not one JSON object. `required`: a parameter is missing. `value`: one does not fit its schema.
 * `unknown`: a name that is nearly one of the schema's. `unwritable`: a text or a number that no document can hold.
 */
export type ParameterErrorCode = 'json' | 'required' | 'value' | 'unknown' | 'unwritable';

/** The first thing that is wrong; `arg` is empty when it is about no single parameter. */
export interface ParameterError {
  readonly arg: string;
  readonly code: ParameterErrorCode;
  /** Never holds the value of a secret. */
  readonly message: string;
  readonly hint?: string;
}

export type BindParametersResult =
  | { readonly ok: true; readonly value: ExactObject }
  | { readonly ok: false; readonly error: ParameterError };

/** Whether defaults are filled in; the loader leaves them to the script (spec 1.13). */
export interface BindOptions {
  readonly defaults?: 'leave' | 'fill';
}

/**
 * Turns a caller's JSON into the parameters of an action, by a schema in either form, or says what comes first to
 * forbid it. Numbers stay as written and nothing is converted. A name that the schema does not know is passed on, as
 * the loader does, unless it is plainly a misspelt one. Never throws.
 */
export function bindParameters(
  schema: unknown,
  parametersJson: string,
  { defaults = 'leave' }: BindOptions = {},
): BindParametersResult {
  const supplied = readSupplied(parametersJson);
  if (!(supplied instanceof Map)) return { ok: false, error: supplied as ParameterError };
  const value = defaults === 'fill' ? withDefaults(schema, supplied) : supplied;
  const error = firstError(schema, value);
  return error ? { ok: false, error } : { ok: true, value };
}

function readSupplied(json: string): ExactObject | ParameterError {
  try {
    const value = parseExactJson(json);
    if (value instanceof Map) return value;
    return { arg: '', code: 'json', message: 'the parameters are not a JSON object' };
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    return { arg: '', code: 'json', message: `the parameters are not JSON: ${error.message}` };
  }
}

function withDefaults(schema: unknown, supplied: ExactObject): ExactObject {
  const presets = readSchema(schema)
    .properties.filter(({ name, hasDefault }) => hasDefault && !supplied.has(name))
    .map(({ name, definition }) => [name, exactValue(definition.default)] as const);
  return new Map([...supplied, ...presets]);
}

function firstError(schema: unknown, supplied: ExactObject): ParameterError | undefined {
  const { properties } = readSchema(schema);
  const missed = properties.map(({ name }) => name).filter((name) => !supplied.has(name));
  const known = new Set(properties.map(({ name }) => name));
  for (const [arg, value] of supplied) {
    const near = known.has(arg) ? undefined : closest(arg, missed);
    if (near !== undefined) {
      const message = `there is no parameter "${arg}"`;
      return { arg, code: 'unknown', message, hint: `did you mean "${near}"?` };
    }
    const fault = unwritable(arg) ?? unwritable(value);
    if (fault !== undefined) return { arg, code: 'unwritable', message: `\`${arg}\` ${fault}` };
  }
  const secrets = new Set(properties.filter(isPartlySecret).map(({ name }) => name));
  for (const problem of checkValue(toLoaderSchema(schema), plainValue(supplied))) {
    return errorOf(problem, secrets);
  }
  return undefined;
}

function errorOf(
  { path, message, hint, missing }: ValueProblem,
  secrets: ReadonlySet<string>,
): ParameterError {
  const [first = missing ?? '', ...inner] = path;
  const arg = String(first);
  if (path.length === 0 && missing !== undefined) {
    return { arg, code: 'required', message: `\`${arg}\` is required`, hint: `give it a value` };
  }
  const place = [arg, ...inner].join('.');
  if (secrets.has(arg)) {
    const hidden = `\`${place}\` does not fit its schema; what it is is not shown, for it is secret`;
    return { arg, code: 'value', message: hidden };
  }
  return { arg, code: 'value', message: `\`${place}\` ${message}`, ...(hint !== undefined && { hint }) };
}

const isPartlySecret = ({ definition }: { readonly definition: object }): boolean =>
  JSON.stringify(definition, (_, inner) => (typeof inner === 'bigint' ? 0 : inner)).includes('"secret":true');

function unwritable(value: ExactJson): string | undefined {
  if (value instanceof ExactNumber) {
    return isReadable(value) ? undefined : 'holds a number beyond what readers can take';
  }
  if (typeof value === 'string') return isWellFormed(value) ? undefined : 'holds half a character';
  const inner = value instanceof Map ? [...value].flat() : Array.isArray(value) ? value : [];
  for (const part of inner) {
    const fault = unwritable(part as ExactJson);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
