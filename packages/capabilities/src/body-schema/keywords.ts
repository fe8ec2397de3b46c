/** What the value of a keyword is. */
export type KeywordKind =
  | 'schema'
  | 'schemas'
  | 'schema-map'
  | 'count'
  | 'number'
  | 'positive'
  | 'boolean'
  | 'pattern'
  | 'types'
  | 'texts'
  | 'text-lists'
  | 'values'
  | 'value'
  | 'reference'
  | 'anchor'
  | 'dialect'
  | 'identity'
  | 'annotation';

const words = (kind: KeywordKind, names: string): readonly (readonly [string, KeywordKind])[] =>
  names.split(' ').map((name) => [name, kind] as const);

/** The keywords of JSON Schema 2020-12 that a body schema may use; `format` checks nothing (specs/evershell 3.9). */
export const KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map([
  ...words('schema', 'not if then else items contains additionalProperties propertyNames'),
  ...words('schema', 'unevaluatedItems unevaluatedProperties'),
  ...words('schemas', 'allOf anyOf oneOf prefixItems'),
  ...words('schema-map', 'properties patternProperties dependentSchemas $defs definitions'),
  ...words(
    'count',
    'minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains',
  ),
  ...words('number', 'minimum maximum exclusiveMinimum exclusiveMaximum'),
  ...words('positive', 'multipleOf'),
  ...words('boolean', 'uniqueItems'),
  ...words('pattern', 'pattern'),
  ...words('types', 'type'),
  ...words('texts', 'required'),
  ...words('text-lists', 'dependentRequired'),
  ...words('values', 'enum'),
  ...words('value', 'const'),
  ...words('reference', '$ref'),
  ...words('anchor', '$anchor'),
  ...words('dialect', '$schema'),
  ...words('identity', '$id'),
  ...words('annotation', 'title description default examples deprecated readOnly writeOnly $comment format'),
  ...words('annotation', 'contentEncoding contentMediaType contentSchema'),
]);

/** Keywords that mean something to other readers and nothing here, with what to write instead. */
export const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['$dynamicRef', 'write `$ref`'],
  ['$dynamicAnchor', 'write `$anchor`'],
  ['$recursiveRef', 'write `$ref: "#"`'],
  ['$recursiveAnchor', 'leave it out'],
  ['$vocabulary', 'leave it out'],
  ['dependencies', 'write `dependentRequired` or `dependentSchemas`'],
  ['additionalItems', 'write `prefixItems` and `items`'],
]);

/** Keywords whose schemas look at the same value as the schema that holds them. */
export const IN_PLACE: ReadonlySet<string> = new Set(
  'allOf anyOf oneOf not if then else dependentSchemas'.split(' '),
);

/** The types of JSON Schema. */
export const TYPES: readonly string[] = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];
