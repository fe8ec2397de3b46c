// Spec section 8.5: how the arguments of an action are shown to a model.
import type { ArgumentDeclaration, ArgumentType } from './arguments/declaration.ts';
import { hasPathRules, isSet, PATH_LISTS } from './arguments/declaration.ts';

/** A JSON Schema 2020-12 as plain JSON data. */
export type InputSchema = { readonly [keyword: string]: unknown };

const DEFAULT_MAX_BYTES = 32_768;
const MAX_ENCODED_BYTES = 32_768;

const SHAPES = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  duration: { type: 'string', format: 'duration' },
  path: { type: 'string', format: 'path' },
  string_array: { type: 'array', items: { type: 'string' } },
  integer_array: { type: 'array', items: { type: 'integer' } },
} as const satisfies Record<ArgumentType, InputSchema>;

/**
 * The JSON Schema that callers see for an action with these declarations, which have to be without faults. What JSON
 * Schema cannot say (bytes, durations, path rules) is in `x-emisar-` keywords; `bindArguments` stays the judge.
 * An integer that no double holds is left out of `enum` with its siblings, and out of `minimum`, `maximum` and `default`.
 */
export function inputSchemaOf(declarations: readonly ArgumentDeclaration[]): InputSchema {
  const required = declarations.filter((declaration) => declaration.required === true);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(
      declarations.map((declaration) => [declaration.name, propertyOf(declaration)]),
    ),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    additionalProperties: false,
    'x-emisar-maxEncodedBytes': MAX_ENCODED_BYTES,
  };
}

function propertyOf(declaration: ArgumentDeclaration): InputSchema {
  const shape: InputSchema = SHAPES[declaration.type as ArgumentType];
  const own = { ...describe(declaration), ...ofWhole(declaration) };
  const each = ofEach(declaration);
  const { items } = shape;
  return items === undefined
    ? { ...shape, ...each, ...own }
    : { ...shape, items: { ...(items as InputSchema), ...each }, ...own };
}

function describe({ description, default: preset }: ArgumentDeclaration): InputSchema {
  const value = isEmpty(preset) ? undefined : toJson(preset);
  return { ...(description && { description }), ...(value !== undefined && { default: value }) };
}

function ofWhole(declaration: ArgumentDeclaration): InputSchema {
  const { type, validation } = declaration;
  const maxItems = toJson(validation?.max_items);
  return {
    ...(type.endsWith('_array') && maxItems !== undefined && { maxItems }),
    ...(validation?.min_duration && { 'x-emisar-minDuration': validation.min_duration }),
    ...(validation?.max_duration && { 'x-emisar-maxDuration': validation.max_duration }),
    ...(hasPathRules(declaration) && { 'x-emisar-pathConstraints': pathConstraints(declaration) }),
  };
}

function ofEach({ type, validation }: ArgumentDeclaration): InputSchema {
  const choices = choicesOf([...(validation?.enum ?? []), ...(validation?.allowed ?? [])]);
  const minimum = toJson(validation?.min);
  const maximum = toJson(validation?.max);
  const isText = type === 'string' || type === 'path' || type === 'string_array';
  return {
    ...(choices && { enum: choices }),
    ...(validation?.pattern && { pattern: validation.pattern }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(isText && { 'x-emisar-maxUtf8Bytes': toJson(validation?.max_length) ?? DEFAULT_MAX_BYTES }),
  };
}

function choicesOf(candidates: readonly unknown[]): readonly unknown[] | undefined {
  const values = candidates.map(toJson);
  return values.length === 0 || values.includes(undefined) ? undefined : values;
}

function pathConstraints({ validation }: ArgumentDeclaration): InputSchema {
  const lists = PATH_LISTS.map((list) => [list, validation?.[list] ?? []] as const);
  return Object.fromEntries(lists.filter(([, paths]) => paths.length > 0));
}

const isEmpty = (preset: unknown): boolean =>
  !isSet(preset) || preset === '' || (Array.isArray(preset) && preset.length === 0);

/** A value as JSON holds it; nothing for one that a double would change. */
function toJson(value: unknown): unknown {
  if (!isSet(value)) return undefined;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
  if (!Array.isArray(value)) return value;
  const items = value.map(toJson);
  return items.includes(undefined) ? undefined : items;
}
