import type { Change } from '../../changes/change.ts';
import { added, type Compared, field, removed, type Side } from '../../changes/compared.ts';
import { pairs } from '../../changes/pairs.ts';
import {
  anyChange,
  choiceChange,
  flagChange,
  limitChange,
  patternChange,
  textChange,
} from '../../changes/value-changes.ts';
import { readSchema, type SchemaProperty } from '../dialect/read-schema.ts';
import type { SchemaForm } from '../dialect/schema-form.ts';
import { isSchemaMap, own, type SchemaMap } from '../dialect/schema-path.ts';

/** Keywords that are compared by their meaning; of any other it can only be told that it differs. */
const UNDERSTOOD = new Set([
  ...[
    'type',
    'required',
    'secret',
    'default',
    'enum',
    'pattern',
    'description',
    'title',
    'examples',
    'position',
    'properties',
    'items',
  ],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
]);

/** Words about a schema as a whole, and what is compared property by property. */
const OUTER = new Set(['type', 'properties', 'required', 'title', 'description', '$schema', '$comment']);

/** A property, and the form of its schema: in a flat one `required` inside a definition is no keyword. */
type Property = SchemaProperty & { readonly form: SchemaForm };

/**
 * What becomes possible, or no longer is, for values of a schema in either form. Schemas of the format take values
 * that they do not declare, so a parameter that is gone is no longer checked rather than refused.
 */
export function* parameterChanges(schema: Compared<unknown>, noun: string): Generator<Change> {
  const [old, fresh] = [propertiesOf(schema.before), propertiesOf(schema.after)];
  for (const { name, before, after } of pairs(old, fresh, ({ value }) => value.name)) {
    const subject = [...schema.subject, `${noun} ${name}`];
    if (before && after) yield* propertyChange({ subject, before, after });
    else if (after) yield* newProperty(subject, after);
    else if (before) yield removed(subject, before, 'unknown', 'gone, so nothing checks it');
  }
  yield* anyChange(at(schema, outside), `what its schema asks of each ${noun} beside`, 'unknown');
}

function* newProperty(subject: readonly string[], fresh: Side<Property>): Generator<Change> {
  yield added(subject, fresh, 'wider', 'new');
  if (fresh.value.required)
    yield added(subject, fresh, 'narrower', 'new and required, so calls without it are refused');
}

function propertiesOf(side: Side<unknown>): Side<Property>[] {
  const { form, properties } = readSchema(side.value);
  return properties.map((property) => ({
    ...side,
    value: { ...property, form },
    path: [...side.path, ...property.path],
  }));
}

/** What a JSON Schema says of all its values together; a flat schema says nothing of the kind. */
function outside(schema: unknown): object {
  const { form, properties } = readSchema(schema);
  if (form === 'flat' || !isSchemaMap(schema)) return {};
  const names = new Set(properties.map(({ name }) => name));
  const required = (listIn(schema, 'required') ?? []).filter((name) => !names.has(name as string)).sort();
  const defined = own(schema, 'properties');
  const others = isSchemaMap(defined) ? withoutKeys(defined, names) : {};
  return {
    ...withoutKeys(schema, OUTER),
    ...(required.length > 0 && { required }),
    ...(Object.keys(others).length > 0 && { properties: others }),
  };
}

function* propertyChange(property: Compared<Property>): Generator<Change> {
  yield* flagChange(
    at(property, ({ required }) => required, 'required'),
    'required',
    'narrower',
  );
  yield* flagChange(
    at(property, ({ secret }) => secret, 'secret'),
    'secret',
    'narrower',
  );
  yield* definitionChange(at(property, (self) => self.definition));
  yield* nestedChanges(property);
  yield* anyChange(at(property, rest), 'what else its schema asks for', 'unknown');
}

function* definitionChange(definition: Compared<SchemaMap>): Generator<Change> {
  yield* anyChange(field(definition, 'type'), 'its type', 'unknown');
  yield* anyChange(field(definition, 'default'), 'its default', 'unknown');
  yield* choiceChange(
    at(definition, (self) => listIn(self, 'enum'), 'enum'),
    'a value',
  );
  yield* patternChange(
    at(definition, (self) => textIn(self, 'pattern'), 'pattern'),
    'its pattern',
  );
  yield* limitChange(field(definition, 'minimum'), 'its least value', 'least');
  yield* limitChange(field(definition, 'maximum'), 'its greatest value', 'most');
  yield* limitChange(field(definition, 'minLength'), 'its least length', 'least');
  yield* limitChange(field(definition, 'maxLength'), 'its length', 'most');
  yield* limitChange(field(definition, 'minItems'), 'its least number of items', 'least');
  yield* limitChange(field(definition, 'maxItems'), 'its number of items', 'most');
  yield* textChange(field(definition, 'description'), 'its description');
}

/** What lies inside a value: the members of a mapping by name, the entries of a list by `[]`. */
function* nestedChanges(property: Compared<Property>): Generator<Change> {
  const name = property.subject.at(-1) ?? '';
  for (const pair of pairs(
    membersOf(property.before),
    membersOf(property.after),
    ({ value }) => value.name,
  )) {
    const subject = [...property.subject.slice(0, -1), `${name}${pair.name}`];
    if (pair.before && pair.after) yield* propertyChange({ subject, before: pair.before, after: pair.after });
    // Whether it was refused, or passed on as it was, hangs on what else the schema says.
    else if (pair.after) yield added(subject, pair.after, 'unknown', 'new');
    else if (pair.before) yield removed(subject, pair.before, 'unknown', 'gone, so nothing checks it');
  }
}

/** In here every schema is a JSON Schema, whose `required` is a list beside the members. */
function membersOf(side: Side<Property>): Side<Property>[] {
  const { definition, form } = side.value;
  const member = (name: string, path: readonly string[], inner: unknown, required: boolean) =>
    isSchemaMap(inner)
      ? [{ ...side, value: propertyOf(name, inner, required), path: [...side.path, ...path] }]
      : [];
  const listed = form === 'flat' ? [] : (listIn(definition, 'required') ?? []);
  const inside = own(definition, 'properties');
  return [
    ...Object.entries(isSchemaMap(inside) ? inside : {}).flatMap(([name, inner]) =>
      member(`.${name}`, ['properties', name], inner, listed.includes(name)),
    ),
    ...member('[]', ['items'], own(definition, 'items'), false),
  ];
}

const propertyOf = (name: string, definition: SchemaMap, required: boolean): Property => ({
  ...{ name, definition, required, form: 'json-schema', path: [], description: '', hasDefault: false },
  ...{ type: textIn(definition, 'type'), secret: own(definition, 'secret') === true },
});

function at<T, U>(compared: Compared<T>, pick: (value: T) => U, key?: string): Compared<U> {
  const side = ({ value, document, path }: Side<T>): Side<U> => ({
    value: pick(value),
    document,
    path: key === undefined ? path : [...path, key],
  });
  return { subject: compared.subject, before: side(compared.before), after: side(compared.after) };
}

/** What a keyword holds is of no effect where it is of another kind than its meaning needs. */
function listIn(definition: SchemaMap, key: string): readonly unknown[] | undefined {
  const value = own(definition, key);
  return Array.isArray(value) ? value : undefined;
}

function textIn(definition: SchemaMap, key: string): string | undefined {
  const value = own(definition, key);
  return typeof value === 'string' ? value : undefined;
}

/** Every keyword that no rule compares; of required names and inner schemas those that are no members. */
function rest({ definition, form }: Property): object {
  const inside = own(definition, 'properties');
  const members = isSchemaMap(inside) ? inside : {};
  const stray = Object.fromEntries(Object.entries(members).filter(([, inner]) => !isSchemaMap(inner)));
  const items = own(definition, 'items');
  const required = form === 'flat' ? [] : (listIn(definition, 'required') ?? []);
  const others = required.filter((name) => !isSchemaMap(members[name as string])).sort();
  return {
    ...withoutKeys(definition, UNDERSTOOD),
    ...(Object.keys(stray).length > 0 && { properties: stray }),
    ...(items !== undefined && !isSchemaMap(items) && { items }),
    ...(others.length > 0 && { required: others }),
  };
}

function withoutKeys(map: SchemaMap, keys: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key)));
}
