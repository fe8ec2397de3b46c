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
  ],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
]);

/**
 * What becomes possible, or no longer is, for values of a schema in either form. Schemas of the format take values
 * that they do not declare, so a parameter that is gone is no longer checked rather than refused.
 */
export function* parameterChanges(schema: Compared<unknown>, noun: string): Generator<Change> {
  const [old, fresh] = [propertiesOf(schema.before), propertiesOf(schema.after)];
  for (const { name, before, after } of pairs(old, fresh, ({ value }) => value.name)) {
    const subject = [...schema.subject, `${noun} ${name}`];
    if (before && after) yield* propertyChange({ subject, before, after });
    else if (after)
      yield added(subject, after, 'wider', `new${after.value.required ? ', and required' : ''}`);
    else if (before) yield removed(subject, before, 'unknown', 'gone, so nothing checks it');
  }
}

function propertiesOf(side: Side<unknown>): Side<SchemaProperty>[] {
  return readSchema(side.value).properties.map((property) => ({
    ...side,
    value: property,
    path: [...side.path, ...property.path],
  }));
}

function* propertyChange(property: Compared<SchemaProperty>): Generator<Change> {
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
  const definition = at(property, (own) => own.definition as Readonly<Record<string, unknown>>);
  yield* anyChange(field(definition, 'type'), 'its type', 'unknown');
  yield* anyChange(field(definition, 'default'), 'its default', 'unknown');
  yield* choiceChange(field(definition, 'enum') as Compared<readonly unknown[] | undefined>, 'a value');
  yield* patternChange(field(definition, 'pattern') as Compared<string | undefined>, 'its pattern');
  yield* limitChange(field(definition, 'minimum'), 'its least value', 'least');
  yield* limitChange(field(definition, 'maximum'), 'its greatest value', 'most');
  yield* limitChange(field(definition, 'minLength'), 'its least length', 'least');
  yield* limitChange(field(definition, 'maxLength'), 'its length', 'most');
  yield* limitChange(field(definition, 'minItems'), 'its least number of items', 'least');
  yield* limitChange(field(definition, 'maxItems'), 'its number of items', 'most');
  yield* anyChange(at(definition, rest), 'what else its schema asks for', 'unknown');
  yield* textChange(field(definition, 'description'), 'its description');
}

function at<T, U>(compared: Compared<T>, pick: (value: T) => U, key?: string): Compared<U> {
  const side = ({ value, document, path }: Side<T>): Side<U> => ({
    value: pick(value),
    document,
    path: key === undefined ? path : [...path, key],
  });
  return { subject: compared.subject, before: side(compared.before), after: side(compared.after) };
}

function rest(definition: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(definition).filter(([key]) => !UNDERSTOOD.has(key)));
}
