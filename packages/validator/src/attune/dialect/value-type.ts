import { isSchemaMap } from './schema-path.ts';
import { shown, type ValueWords } from './value-words.ts';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'null',
};

/** Why a value is of none of a schema's types, or nothing where it is, or where a type is no type. */
export function typeMismatch(type: unknown, value: unknown): ValueWords | undefined {
  const types = Array.isArray(type) ? type : [type];
  // An unknown word is a fault of the schema, not of the value.
  const known = types.filter(
    (word): word is string => typeof word === 'string' && Object.hasOwn(NOUNS, word),
  );
  if (known.length < types.length || known.some((word) => isOfType(word, value))) return undefined;
  const wanted = known.map((word) => NOUNS[word]).join(' or ');
  return { message: `is ${shown(value)}, not ${wanted}`, hint: `write ${wanted}` };
}

export const isNumeric = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'number':
      return isNumeric(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isSchemaMap(value);
    default:
      return value === null;
  }
}
