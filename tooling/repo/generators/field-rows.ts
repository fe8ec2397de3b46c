import { discriminatorOf, readBranch } from '../schemas/branches.ts';
import type { JsonSchema } from '../schemas/json-schema.ts';
import { mergedRows } from './merged-rows.ts';

/** One line of a reference table. */
export interface FieldRow {
  /** Path of the field: `setup.env[].name`. */
  readonly field: string;
  readonly type: string;
  /** `yes`, empty, or the kinds for which it is required. */
  readonly required: string;
  readonly limits: string;
  readonly description: string;
}

/**
 * The fields of a document and of everything inside it, in the order of the author; a union's branches in one list.
 * What the document defines by name is not gone into.
 */
export function fieldRows(schema: JsonSchema, prefix = ''): FieldRow[] {
  const { items, oneOf } = schema;
  if (items) return fieldRows(items, `${prefix}[].`);
  const discriminator = oneOf && discriminatorOf(oneOf);
  if (!oneOf || !discriminator) return ownRows(schema, prefix);
  const branches = oneOf.map((branch) => ({
    kind: readBranch(branch, discriminator).value,
    rows: ownRows(branch, prefix),
  }));
  return mergedRows(branches);
}

function ownRows(schema: JsonSchema, prefix: string): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const field = `${prefix}${key}`;
    const row: FieldRow = {
      field,
      type: typeOf(child),
      required: schema.required?.includes(key) ? 'yes' : '',
      limits: limitsOf(child),
      description: child.description ?? '',
    };
    return [row, ...rowsInside(child, field)];
  });
}

function rowsInside(schema: JsonSchema, field: string): FieldRow[] {
  const { additionalProperties, anyOf, items } = schema;
  if (items) return rowsInside(items, `${field}[]`);
  if (anyOf) return expected(anyOf).flatMap((option) => rowsInside(option, field));
  if (typeof additionalProperties === 'object' && !schema.properties) {
    return rowsInside(additionalProperties, `${field}.*`);
  }
  return fieldRows(schema, `${field}.`);
}

/** The options that say something; a place that takes anything also lists the schema that does. */
const expected = (options: readonly JsonSchema[]) =>
  options.filter((option) => Object.keys(option).length > 0);

function typeOf(schema: JsonSchema): string {
  const { $ref, additionalProperties, anyOf, items, oneOf, properties, type } = schema;
  if (typeof $ref === 'string') return nameOf($ref);
  if (anyOf) {
    const types = expected(anyOf).map(typeOf);
    return [...new Set(types.filter((option) => option !== 'null'))].join(' or ') || 'any';
  }
  if (items) return `list of ${typeOf(items)}`;
  if (oneOf || properties) return 'map';
  if (typeof additionalProperties === 'object') return `map of ${typeOf(additionalProperties)}`;
  return [type ?? 'any']
    .flat()
    .filter((option) => option !== 'null')
    .join();
}

/** A definition by the name under which the page has it: `AttuneWorkerAffinity` as `worker affinity`. */
export function nameOf(reference: string): string {
  const [, ...words] = (reference.split('/').at(-1) ?? '').match(/[A-Z][a-z]*/g) ?? [];
  return words.join(' ').toLowerCase();
}

function limitsOf(schema: JsonSchema): string {
  if (schema.anyOf) return expected(schema.anyOf).map(limitsOf).filter(Boolean).join('; ');
  if (schema.items) {
    const each = limitsOf(schema.items);
    return [entries(schema), each && `each ${each}`].filter(Boolean).join('; ');
  }
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.patternErrorMessage) return String(schema.patternErrorMessage).replace(/^expected /, '');
  if (schema.minLength) return 'not empty';
  return range(schema.minimum, schema.maximum);
}

const entries = ({ minItems, maxItems }: JsonSchema) =>
  minItems === undefined && maxItems === undefined ? '' : `${range(minItems, maxItems)} entries`;

function range(least: unknown, most: unknown): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `at least ${least}`;
  return most === undefined ? '' : `at most ${most}`;
}

const code = (value: unknown) => `\`${value === '' ? '""' : String(value)}\``;
