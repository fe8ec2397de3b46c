import { expect, test } from 'vitest';
import { UntypedMap } from '../structure/untyped-map.ts';
import { checkOutputSchema } from './output-schema.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

function problems(schema: unknown): readonly string[] {
  return [...checkOutputSchema(schema)].map(({ kind, path, at, message, hint }) => {
    return `/${path.join('/')} (${at}) ${kind}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
  });
}

const withProperty = (a: unknown): unknown => ({ type: 'object', properties: { a } });

test('a schema with a reference in a circle, unknown keywords and an unknown format passes', () => {
  const schema = {
    $schema: DIALECT,
    type: 'object',
    properties: { tree: { $ref: '#/$defs/tree.node' }, at: { type: 'string', format: 'nope' }, any: true },
    patternProperties: { '^x-\\pL+$': false },
    required: ['tree'],
    fancy: 1,
    $defs: { 'tree.node': { type: ['object', 'null'], properties: { next: { $ref: '#/$defs/tree.node' } } } },
  };
  expect(problems(schema)).toEqual([]);
});

test.each<[schema: unknown, problem: string]>([
  [{ properties: {} }, '/ (key) root-type: the root has no `type`; add `type: object`'],
  [
    { type: ['object'] },
    '/type (value) root-type: the `type` of the root is not "object"; write `type: object`',
  ],
  [
    { type: 'objekt' },
    '/type (value) root-type: the `type` of the root is not "object"; write `type: object`',
  ],
  [
    withProperty({ maximum: Number.NaN }),
    '/properties/a/maximum (value) not-json: .nan has no place in JSON; leave the limit out',
  ],
  [
    withProperty(new UntypedMap(['1'])),
    '/properties/a/1 (key) not-json: the key 1 is not text; put it in quotes: "1"',
  ],
  [
    { type: 'object', definitions: {} },
    '/definitions (key) keyword: `definitions` is not allowed in an output schema; use `$defs`',
  ],
  [
    withProperty({ type: ['string', 'string'] }),
    '/properties/a/type (value) not-a-schema: `type` names a type twice; name each type once',
  ],
  [
    withProperty({ $id: 'urn:x' }),
    '/properties/a/$id (key) keyword: `$id` is not allowed in an output schema; references name `$defs` entries',
  ],
  [
    { type: 'object', $schema: 'http://json-schema.org/draft-07/schema#' },
    `/$schema (value) dialect: the dialect is not draft 2020-12; use "${DIALECT}"`,
  ],
  [
    withProperty({ $schema: DIALECT }),
    `/properties/a/$schema (key) dialect: \`$schema\` is only allowed at the root; use "${DIALECT}"`,
  ],
  [
    withProperty({ $ref: 'http://127.0.0.1/x' }),
    '/properties/a/$ref (value) reference: "http://127.0.0.1/x" does not name an entry of `$defs`; write it as "#/$defs/name"',
  ],
  [
    withProperty({ $ref: '#' }),
    '/properties/a/$ref (value) reference: "#" does not name an entry of `$defs`; write it as "#/$defs/name"',
  ],
  [
    withProperty({ $ref: '#/$defs/x' }),
    '/properties/a/$ref (value) dangling-reference: `$defs` has no entry "x"; add it under `$defs`',
  ],
  [
    { ...(withProperty({ $ref: '#/$defs/metdata' }) as object), $defs: { metadata: true } },
    '/properties/a/$ref (value) dangling-reference: `$defs` has no entry "metdata"; did you mean "#/$defs/metadata"?',
  ],
  [
    withProperty({ const: 9007199254740993n }),
    '/properties/a/const (value) number: 9007199254740993 is not exact as a 64-bit float; the nearest exact number is 9007199254740992',
  ],
  [
    withProperty({ multipleOf: 0.5 }),
    '/properties/a/multipleOf (value) number: `multipleOf` is not a positive whole number; use a whole number from 1 up',
  ],
  [
    withProperty({ multipleOf: 0 }),
    '/properties/a/multipleOf (value) number: `multipleOf` is not a positive whole number; use a whole number from 1 up',
  ],
  [
    { type: 'object', required: 'name' },
    '/required (value) not-a-schema: `required` is not a list of strings',
  ],
  [
    { type: 'object', required: ['a', 'a'] },
    '/required (value) not-a-schema: `required` names something twice',
  ],
  [withProperty('string'), '/properties/a (value) not-a-schema: a schema is a mapping, or true or false'],
  [withProperty(null), '/properties/a (value) not-a-schema: a schema is a mapping, or true or false'],
  [
    withProperty({ type: 'sting' }),
    '/properties/a/type (value) not-a-schema: `type` is "sting", which is not a type; did you mean "string"?',
  ],
  [
    withProperty({ type: [] }),
    '/properties/a/type (value) not-a-schema: `type` is not a type or a list of types; use one of array, boolean, integer, null, number, object, string',
  ],
  [
    withProperty({ minLength: -1 }),
    '/properties/a/minLength (value) not-a-schema: `minLength` is not a whole number from 0 up',
  ],
  [withProperty({ anyOf: [] }), '/properties/a/anyOf (value) not-a-schema: `anyOf` is not a list of schemas'],
  [
    withProperty({ items: [{ type: 'string' }] }),
    '/properties/a/items (value) not-a-schema: a schema is a mapping, or true or false',
  ],
  [
    withProperty({ pattern: '^(?!x)' }),
    '/properties/a/pattern (value) pattern-syntax: `pattern` "^(?!x)" looks around with "(?!", which RE2 does not have; list the characters that may stand there instead',
  ],
  [
    { type: 'object', patternProperties: { '[a-': true } },
    '/patternProperties/[a- (key) pattern-syntax: the pattern "[a-" opens a class with "[a-" and never closes it; write RE2 syntax, with a backslash before a character that stands for itself',
  ],
])('%o', (schema, problem) => {
  expect(problems(schema)).toEqual([problem]);
});

test('all faults are reported', () => {
  expect(problems({ type: 'array', $anchor: 'a', minItems: 'x', properties: { a: { type: 1 } } })).toEqual([
    '/type (value) root-type: the `type` of the root is not "object"; write `type: object`',
    '/$anchor (key) keyword: `$anchor` is not allowed in an output schema; references name `$defs` entries',
    '/minItems (value) not-a-schema: `minItems` is not a whole number from 0 up',
    '/properties/a/type (value) not-a-schema: `type` is not a type or a list of types; use one of array, boolean, integer, null, number, object, string',
  ]);
});

test('a schema may take 8,192 bytes as JSON and no more', () => {
  const fixed = '{"type":"object","title":""}'.length;
  expect(problems({ type: 'object', title: 'd'.repeat(8192 - fixed) })).toEqual([]);
  expect(problems({ type: 'object', title: 'd'.repeat(8193 - fixed) })).toEqual([
    '/ (key) too-large: the schema takes 8193 bytes as JSON, more than the 8192 allowed; shorten descriptions, or move what repeats to `$defs`',
  ]);
});

test('characters that Go escapes count six bytes, others as in UTF-8', () => {
  const fixed = '{"type":"object","title":""}'.length;
  const title = `${'<'.repeat(1000)}${'é'.repeat(1000)}\u2028`;
  const rest = 8193 - fixed - 6000 - 2000 - 6;
  expect(problems({ type: 'object', title: title + 'd'.repeat(rest) })).toEqual([
    '/ (key) too-large: the schema takes 8193 bytes as JSON, more than the 8192 allowed; shorten descriptions, or move what repeats to `$defs`',
  ]);
});

test('a schema may hold 512 values and no more', () => {
  const properties = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, true]));
  expect(problems({ type: 'object', properties: properties(509) })).toEqual([]);
  expect(problems({ type: 'object', properties: properties(510) })).toEqual([
    '/ (key) too-many-values: the schema holds more than 512 values; describe less, or move what repeats to `$defs`',
  ]);
});

test('a schema may nest 16 deep and no more', () => {
  const nested = (levels: number): unknown => (levels === 1 ? true : { not: nested(levels - 1) });
  expect(problems({ type: 'object', not: nested(15) })).toEqual([]);
  expect(problems({ type: 'object', not: nested(16) })).toEqual([
    `/${'not/'.repeat(15)}not (value) too-deep: the schema nests deeper than 16 levels; move parts to \`$defs\``,
  ]);
});

test('a date counts as the text that Go writes for it', () => {
  expect(problems(withProperty({ const: new Date('2024-01-02T00:00:00Z') }))).toEqual([]);
});

test('aliases that multiply are given up and not written out', () => {
  let shared: unknown = { type: 'string' };
  for (let i = 0; i < 14; i++) shared = { anyOf: Array.from({ length: 9 }, () => shared) };
  expect(problems({ type: 'object', not: shared })).toContain(
    '/ (key) too-many-values: the schema holds more than 512 values; describe less, or move what repeats to `$defs`',
  );
});
