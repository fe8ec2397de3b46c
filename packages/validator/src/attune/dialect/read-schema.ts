import { type SchemaForm, schemaForm } from './schema-form.ts';
import { isSchemaMap, own, type SchemaMap, type SchemaPath } from './schema-path.ts';

/** One value that a schema speaks of. */
export interface SchemaProperty {
  readonly name: string;
  /** Where its definition stands in the authored schema. */
  readonly path: SchemaPath;
  /** The authored definition. */
  readonly definition: SchemaMap;
  /** The type, or undefined where none or several are written. */
  readonly type: string | undefined;
  readonly description: string;
  readonly required: boolean;
  /** Whether it is a secret as a whole; inside a value that is none there may be secrets still. */
  readonly secret: boolean;
  readonly hasDefault: boolean;
}

/** A schema in either form, read into one. */
export interface ParameterSchema {
  readonly form: SchemaForm;
  /** In the order of the author; what is no mapping is left out, as by the loader. */
  readonly properties: readonly SchemaProperty[];
  /** Whether these are all: something that is left out may have been meant to say more. */
  readonly isWhole: boolean;
}

/** Reads a schema in either form. What is no schema at all has no properties; `checkSchema` says what is wrong. */
export function readSchema(schema: unknown): ParameterSchema {
  const form = schemaForm(schema);
  if (!isSchemaMap(schema)) return { form, properties: [], isWhole: false };
  const isWhole = Object.values(schema).every(isSchemaMap);
  if (form === 'flat') return { form, properties: flatProperties(schema), isWhole };
  const inner = own(schema, 'properties');
  const required = own(schema, 'required');
  const names = new Set(Array.isArray(required) ? required : []);
  return {
    form,
    isWhole: isSchemaMap(inner),
    properties: definitions(isSchemaMap(inner) ? inner : {}).map(([name, definition]) =>
      property(name, ['properties', name], definition, names.has(name)),
    ),
  };
}

const flatProperties = (schema: SchemaMap): SchemaProperty[] =>
  definitions(schema).map(([name, definition]) =>
    property(name, [name], definition, own(definition, 'required') === true),
  );

function definitions(map: SchemaMap): [string, SchemaMap][] {
  return Object.entries(map).filter((entry): entry is [string, SchemaMap] => isSchemaMap(entry[1]));
}

function property(name: string, path: SchemaPath, definition: SchemaMap, required: boolean): SchemaProperty {
  const type = own(definition, 'type');
  const description = own(definition, 'description');
  return {
    name,
    path,
    definition,
    type: typeof type === 'string' ? type : undefined,
    description: typeof description === 'string' ? description : '',
    required,
    secret: own(definition, 'secret') === true,
    hasDefault: Object.hasOwn(definition, 'default'),
  };
}
