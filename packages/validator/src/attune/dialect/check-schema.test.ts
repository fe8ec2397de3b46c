import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSchema } from './check-schema.ts';

const found = (schema: unknown) =>
  Array.from(checkSchema(schema), ({ kind, path, message }) => `${path.join('.')} ${kind}: ${message}`);

describe('a flat schema', () => {
  test('without faults says nothing', () => {
    const schema = {
      host: { type: 'string', required: true, minLength: 1, position: 0 },
      mode: { type: 'string', enum: ['fast', 'slow'], default: 'fast' },
      note: { type: 'string', default: null },
      when: { type: 'string', default: '{{ event.created }}' },
      list: { type: 'array', items: { type: ['string', 'null'] }, 'x-widget': 'tags' },
    };
    expect(found(schema)).toEqual([]);
  });

  test.each([
    ['text', ' not-a-mapping: the schema is not a mapping'],
    [{ a: 'string' }, 'a entry-not-a-mapping: "a" is not described by a mapping'],
    [{ a: {} }, 'a missing-type: "a" has no type'],
    [{ a: { type: ['string'] } }, 'a.type missing-type: the type of "a" is not one word'],
    [{ a: { type: 'any' } }, 'a.type unknown-type: "any" is not a type'],
    [
      { a: { type: 'string', min_length: 1 } },
      'a.min_length ignored-keyword: "min_length" has no effect: it is not a keyword of schemas',
    ],
    [
      { a: { type: 'string', required: true, default: 'x' } },
      'a.default required-default: "a" is required, so its default never comes to bear',
    ],
    [
      { a: { type: 'object', required: ['b'], properties: {} } },
      'a.required idle-required: a list under `required` is dropped here, where the loader reads a flag',
    ],
    [
      { a: { type: 'string', required: 'yes' } },
      'a.required idle-flag: `required` is not true or false, so it counts as false',
    ],
    [
      { a: { type: 'string', secret: 'true' } },
      'a.secret idle-flag: `secret` is not true or false, so the value is kept and shown like any other',
    ],
    [{ a: { tpye: 'string' } }, 'a.tpye type-slip: "a" has no type: "tpye" is not a keyword of schemas'],
    [
      { a: { '<<': { type: 'string' } } },
      'a.<< missing-type: "a" has no type: the loader does not expand "<<"',
    ],
    [
      { '<<': { a: { type: 'string' } } },
      '<< missing-type: "<<" is taken for an entry of this name: the loader does not expand it',
    ],
    [
      { type: 'object' },
      'type json-schema-form: this is a JSON Schema, where one entry per value is expected',
    ],
    [
      { a: { type: 'integer', default: '5' } },
      'a.default unfit-default: the default is the text "5", not a whole number',
    ],
    [
      { a: { type: 'object', default: { b: 1 }, properties: { b: { type: 'string' } } } },
      'a.default.b unfit-default: the default is 1, not text',
    ],
    [
      { a: { type: 'integer', minimum: '1' } },
      'a.minimum uncompilable: `minimum` is not a number, so the schema does not compile',
    ],
    [
      { a: { type: 'object', properties: { b: { type: 'string', required: true } } } },
      'a.properties.b.required uncompilable: `required` is not a list of different names, so the schema does not compile',
    ],
    [
      { a: { type: 'object', properties: { b: 'string' } } },
      'a.properties.b uncompilable: "b" is not described by a mapping, so the schema does not compile',
    ],
  ])('%j', (schema, expected) => {
    expect(found(schema)).toEqual([expected]);
  });

  test('a word of another language is told the type it stands for', () => {
    const [problem] = checkSchema({ a: { type: 'int' } });
    expect(problem).toMatchObject({ hint: 'did you mean "integer"?', replacement: 'integer' });
  });

  test('a word that every object knows is no type either', () => {
    expect(found({ a: { type: 'constructor', default: 1 } })).toEqual([
      'a.type unknown-type: "constructor" is not a type',
    ]);
  });

  test('a pattern has to be one, with what the loader reads beyond RE2', () => {
    const schema = (pattern: string) => ({ a: { type: 'string', pattern } });
    expect(found(schema('(?!x)y'))).toEqual([]);
    expect(found(schema('(?i)y'))).toEqual([]);
    expect(found(schema('(y'))).toHaveLength(1);
  });
});

describe('a JSON Schema', () => {
  test('is told to be one, once', () => {
    expect(found({ type: 'object', properties: { a: { type: 'string' } }, required: [] })).toEqual([
      'type json-schema-form: this is a JSON Schema, where one entry per value is expected',
    ]);
  });

  test('is judged inside as well', () => {
    const properties = { a: { type: 'string', default: 1 } };
    expect(found({ type: 'object', properties, required: ['a', 'b'] }).slice(1)).toEqual([
      'properties.a.default required-default: "a" is required, so its default never comes to bear',
      'properties.a.default unfit-default: the default is 1, not text',
      'required.1 idle-required: "b" is required and not described',
    ]);
  });
});

test('no value makes it fail', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void [...checkSchema(value)]));
});
