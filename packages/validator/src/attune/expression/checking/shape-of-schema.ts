import { schemaForm } from '../../dialect/schema-form.ts';
import { isSchemaMap, own, type SchemaMap } from '../../dialect/schema-path.ts';
import { ANY, BOOL, type Kinds, LIST, NULL, NUMBER, OBJECT, STRING } from '../values/kind.ts';
import { ANY_SHAPE, objectShape, type Shape } from './shape.ts';

/** Deeper definitions say nothing. */
const DEEPEST = 50;
const TYPES: ReadonlyMap<unknown, Kinds> = new Map([
  ['string', STRING],
  // A whole number may be written `4.0`, which expressions take for a float.
  ['integer', NUMBER],
  ['number', NUMBER],
  ['boolean', BOOL],
  ['array', LIST],
  ['object', OBJECT],
  ['null', NULL],
]);
/** Where one of these says something, nothing is concluded. */
const OPAQUE = ['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'];

/**
 * What values of a schema look like, in either of its forms. Names that it does not describe count as missing, although
 * Attune lets them through; only `additionalProperties` and `patternProperties` allow them. Nothing is known of a
 * value without a schema.
 */
export function shapeOfSchema(schema: unknown): Shape {
  if (!isSchemaMap(schema)) return ANY_SHAPE;
  if (schemaForm(schema) === 'json-schema') return shapeOfDefinition(schema, 0);
  const entries = Object.entries(schema);
  // `type: object` alone, or an entry that is none: what is described is not all there is.
  if (!entries.every(([, definition]) => isSchemaMap(definition))) return ANY_SHAPE;
  return objectShape(entries.map(([name, definition]) => [name, shapeOfDefinition(definition, 1)]));
}

function shapeOfDefinition(definition: unknown, depth: number): Shape {
  if (!isSchemaMap(definition) || depth > DEEPEST) return ANY_SHAPE;
  if (OPAQUE.some((keyword) => Object.hasOwn(definition, keyword))) return ANY_SHAPE;
  const properties = own(definition, 'properties');
  const items = own(definition, 'items');
  const others = othersOf(definition, depth);
  return {
    kinds: kindsOf(definition),
    ...(isSchemaMap(properties) && { members: membersOf(properties, depth), ...(others && { others }) }),
    ...(isSchemaMap(items) && { entries: shapeOfDefinition(items, depth + 1) }),
  };
}

const membersOf = (properties: SchemaMap, depth: number): ReadonlyMap<string, Shape> =>
  new Map(Object.entries(properties).map(([name, one]) => [name, shapeOfDefinition(one, depth + 1)]));

function othersOf(definition: SchemaMap, depth: number): Shape | undefined {
  if (Object.hasOwn(definition, 'patternProperties')) return ANY_SHAPE;
  const further = own(definition, 'additionalProperties');
  return further === undefined || further === false ? undefined : shapeOfDefinition(further, depth + 1);
}

function kindsOf(definition: SchemaMap): Kinds {
  const type = own(definition, 'type');
  const types = Array.isArray(type) ? type : [type];
  const typed = types.reduce<Kinds>((kinds, one) => kinds | (TYPES.get(one) ?? ANY), 0);
  const listed = own(definition, 'enum');
  const values = Object.hasOwn(definition, 'const') ? [own(definition, 'const')] : listed;
  if (!Array.isArray(values)) return typed;
  // A definition that nothing fits is no ground for conclusions about expressions.
  return typed & values.reduce<Kinds>((kinds, value) => kinds | kindOfPlain(value), 0) || ANY;
}

function kindOfPlain(value: unknown): Kinds {
  if (value === null) return NULL;
  if (Array.isArray(value)) return LIST;
  return PLAIN.get(typeof value) ?? OBJECT;
}

const PLAIN: ReadonlyMap<string, Kinds> = new Map([
  ['string', STRING],
  ['number', NUMBER],
  ['bigint', NUMBER],
  ['boolean', BOOL],
]);
