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

/** The fields of a document and of everything inside it, in the order of the author; a union's branches in one list. */
export function fieldRows(schema: JsonSchema, prefix = ''): FieldRow[] {
  const { oneOf } = schema;
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

const rowsInside = (schema: JsonSchema, field: string): FieldRow[] =>
  schema.items ? rowsInside(schema.items, `${field}[]`) : fieldRows(schema, `${field}.`);

function typeOf(schema: JsonSchema): string {
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.oneOf || schema.properties) return 'map';
  if (typeof schema.additionalProperties === 'object') return `map of ${typeOf(schema.additionalProperties)}`;
  return schema.type ?? 'any';
}

function limitsOf(schema: JsonSchema): string {
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
