import { type ExactJson, parseExactJson } from '@packwright/values';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problems } from '../problem.ts';
import { compileBodySchema } from './body-schema.ts';
import { checkBodySchema } from './check-body-schema.ts';

const accepts = (schema: unknown, text: string) => compileBodySchema(schema).accepts(parseExactJson(text));

function codesOf(schema: unknown): readonly string[] {
  const problems = new Problems();
  checkBodySchema(schema, '', problems);
  return problems.list.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('what a body schema checks', () => {
  test.each([
    ['a type', { type: 'integer' }, '1.0', '1.5'],
    ['required members', { required: ['a'] }, '{"a":null}', '{}'],
    ['a closed object', { properties: { a: {} }, additionalProperties: false }, '{"a":1}', '{"b":1}'],
    ['the name `__proto__` like any other', { required: ['__proto__'] }, '{"__proto__":1}', '{}'],
    ['a pattern anywhere in a text', { pattern: '[0-9]{2}' }, '"a12"', '"a1"'],
    [
      'a pattern for keys',
      { patternProperties: { '^x-': { type: 'string' } } },
      '{"x-a":"b","y":1}',
      '{"x-a":1}',
    ],
    [
      'keys that a pattern covers as known',
      { patternProperties: { '^x-': {} }, additionalProperties: false },
      '{"x-a":1}',
      '{"y":1}',
    ],
    [
      'a key that a name and a pattern cover by both',
      { properties: { ab: { minimum: 1 } }, patternProperties: { a: { maximum: 2 } } },
      '{"ab":1}',
      '{"ab":3}',
    ],
    ['names of keys', { propertyNames: { pattern: '^[a-z]+$' } }, '{"a":1}', '{"A":1}'],
    [
      'a reference',
      { $defs: { id: { minLength: 2 } }, properties: { a: { $ref: '#/$defs/id' } } },
      '{"a":"xy"}',
      '{"a":"x"}',
    ],
    ['an anchor', { $defs: { id: { $anchor: 'id', minLength: 2 } }, $ref: '#id' }, '"xy"', '"x"'],
    [
      'a reference to what a pattern holds',
      {
        patternProperties: { '^a': { type: 'number' } },
        properties: { b: { $ref: '#/patternProperties/%5Ea' } },
      },
      '{"b":1}',
      '{"b":"1"}',
    ],
    [
      'a schema within itself',
      { properties: { next: { $ref: '#' } }, additionalProperties: false },
      '{"next":{"next":{}}}',
      '{"next":{"other":1}}',
    ],
    ['unique items', { uniqueItems: true }, '[1,2,{"a":1}]', '[{"a":1},{"a":1.0}]'],
    ['items that no schema looked at', { prefixItems: [{}], unevaluatedItems: false }, '[1]', '[1,2]'],
    ['characters, not units', { maxLength: 1 }, '"\u{1F600}"', '"ab"'],
    ['nothing by `format`', { format: 'email' }, '"no address"', undefined],
  ] as const)('%s', (_, schema, good, bad) => {
    expect(codesOf(schema)).toEqual([]);
    expect(accepts(schema, good)).toBe(true);
    if (bad !== undefined) expect(accepts(schema, bad)).toBe(false);
  });
});

describe('what is refused when it is compiled', () => {
  test.each([
    [
      'a reference out of the schema',
      { $ref: 'https://elsewhere.example/schema' },
      '/$ref body_schema_reference',
    ],
    ['a reference to nowhere', { $ref: '#/$defs/nope' }, '/$ref body_schema_reference'],
    [
      'a reference to itself in place',
      { $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } },
      '/$defs/a/anyOf/0 body_schema_reference',
    ],
    ['a pattern that is not RE2', { pattern: '(?=a)' }, '/pattern pattern_form'],
    [
      'a pattern for keys that is not RE2',
      { patternProperties: { '\\1': {} } },
      '/patternProperties/\\1 pattern_form',
    ],
    ['another dialect', { $schema: 'http://json-schema.org/draft-07/schema#' }, '/$schema body_schema_value'],
    ['a keyword of another dialect', { dependencies: {} }, '/dependencies body_schema_keyword'],
    ['a type that is none', { type: 'strng' }, '/type body_schema_value'],
    ['a bound that is text', { maxLength: '3' }, '/maxLength body_schema_value'],
    ['a schema that is a text', { items: 'string' }, '/items body_schema_value'],
    ['an address within the schema', { $defs: { a: { $id: 'a' } } }, '/$defs/a/$id body_schema_keyword'],
  ] as const)('%s', (_, schema, problem) => {
    expect(codesOf(schema)).toContain(problem);
  });

  test('more schemas than anyone reviews', () => {
    const chain = Array.from(
      { length: 1_001 },
      (_, index) => [`s${index}`, { $ref: `#/$defs/s${index + 1}` }] as const,
    );
    expect(codesOf({ $defs: Object.fromEntries(chain) })).toEqual([' body_schema_value']);
  });

  test('a misspelt keyword is a warning with the one that was meant', () => {
    const problems = new Problems();
    checkBodySchema({ maxLenght: 3 }, '/0/allow/0/body_schema', problems);
    expect(problems.list).toEqual([
      {
        pointer: '/0/allow/0/body_schema/maxLenght',
        code: 'body_schema_unknown_keyword',
        severity: 'warning',
        message: '"maxLenght" checks nothing',
        hint: 'did you mean `maxLength`?',
        instead: 'maxLength',
      },
    ]);
  });
});

describe('what costs too much does not fit, at once', () => {
  const fits = (schema: unknown, body: ExactJson): boolean => compileBodySchema(schema).accepts(body);
  const numbers = (count: number) =>
    parseExactJson(`[${Array.from({ length: count }, (_, index) => index).join()}]`);

  test('a pattern that would backtrack', () => {
    expect(fits({ pattern: '^(a+)+$' }, `${'a'.repeat(100_000)}!`)).toBe(false);
    expect(fits({ pattern: '^(a+)+$' }, 'a'.repeat(100_000))).toBe(true);
  });

  test('references that double with every step', () => {
    const steps = Array.from({ length: 40 }, (_, step) => {
      const next = { $ref: `#/$defs/s${step + 1}` };
      return [`s${step}`, { allOf: [next, next] }] as const;
    });
    const schema = { $ref: '#/$defs/s0', $defs: { ...Object.fromEntries(steps), s40: {} } };
    expect(codesOf(schema)).toEqual([]);
    expect(fits(schema, 'x')).toBe(false);
  });

  test('a long list that has to be unique', () => {
    expect(fits({ uniqueItems: true }, numbers(1_000))).toBe(true);
    expect(fits({ uniqueItems: true }, numbers(1_001))).toBe(false);
  });

  test('a long list against a long list of values', () => {
    const schema = { contains: { enum: Array.from({ length: 1_000 }, (_, index) => `value ${index}`) } };
    expect(fits(schema, numbers(100_000))).toBe(false);
  });

  test('more keys than patterns are tried on', () => {
    const keys = Array.from({ length: 5_001 }, (_, index) => [`k${index}`, null] as const);
    expect(fits({ patternProperties: { '^x': false } }, new Map(keys))).toBe(false);
  });
});

test('a number that no double is near to fits no schema', () => {
  expect(accepts({ type: 'number' }, '1e400')).toBe(false);
});

test('the patterns of one schema leave nothing behind for others', () => {
  accepts({ pattern: '^a' }, '"a"');
  expect(accepts({ format: 're2:^a' }, '"b"')).toBe(true);
});

describe('against another implementation', () => {
  const key = fc.constantFrom('a', 'b', 'x-a', 'x-b');
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(null, true, false, 0, 1, 1.5, -2, 'a', 'ab', 'xyz', ''),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;
  const schema = fc.letrec<{ schema: unknown }>((tie) => {
    const inner = tie('schema');
    const list = fc.array(inner, { minLength: 1, maxLength: 2 });
    const map = fc.dictionary(key, inner, { maxKeys: 2, noNullPrototype: true });
    const keywords = {
      type: fc.constantFrom('null', 'boolean', 'object', 'array', 'number', 'string', 'integer', [
        'string',
        'null',
      ]),
      const: json,
      enum: fc.array(json, { minLength: 1, maxLength: 3 }),
      minimum: fc.constantFrom(0, 1),
      exclusiveMaximum: fc.constantFrom(1, 2),
      multipleOf: fc.constantFrom(0.5, 2),
      minLength: fc.constantFrom(0, 2),
      maxLength: fc.constantFrom(0, 2),
      pattern: fc.constantFrom('^a', 'b$', '^x.*z$'),
      minItems: fc.constantFrom(0, 1),
      maxItems: fc.constantFrom(1, 2),
      uniqueItems: fc.boolean(),
      required: fc.uniqueArray(key, { maxLength: 2 }),
      minProperties: fc.constantFrom(0, 1),
      dependentRequired: fc.dictionary(key, fc.uniqueArray(key, { maxLength: 2 }), {
        maxKeys: 1,
        noNullPrototype: true,
      }),
      properties: map,
      patternProperties: fc.dictionary(fc.constantFrom('^x-', 'a$'), inner, {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      additionalProperties: inner,
      unevaluatedProperties: inner,
      propertyNames: inner,
      dependentSchemas: map,
      prefixItems: list,
      items: inner,
      unevaluatedItems: inner,
      contains: inner,
      minContains: fc.constantFrom(0, 1, 2),
      maxContains: fc.constantFrom(1, 2),
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: inner,
      if: inner,
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: inner,
      else: inner,
      $ref: fc.constant('#/$defs/shared'),
    };
    return {
      schema: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.boolean(),
        fc.record(keywords, { requiredKeys: [], noNullPrototype: true }).chain((all) => {
          const names = Object.keys(all);
          return fc
            .subarray(names, { maxLength: 3 })
            .map((kept) => Object.fromEntries(kept.map((name) => [name, all[name as keyof typeof all]])));
        }),
      ),
    };
  }).schema;

  test('random schemas and bodies have the same verdict', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: false });
    fc.assert(
      fc.property(schema, json, (inner, body) => {
        const root = { $defs: { shared: { type: ['string', 'object', 'number'] } }, allOf: [inner] };
        expect(codesOf(root)).toEqual([]);
        expect(accepts(root, JSON.stringify(body))).toBe(ajv.validate(root, body));
      }),
      { numRuns: 1_000 },
    );
  });
});
