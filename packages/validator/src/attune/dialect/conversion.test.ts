import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSchema } from './read-schema.ts';
import { toFlat } from './to-flat.ts';
import { toJsonSchema, toLoaderSchema } from './to-json-schema.ts';

const flat = {
  host: { type: 'string', required: true, minLength: 1 },
  port: { type: 'integer', default: 22, position: 1 },
  token: { type: 'string', secret: true },
};

describe('to JSON Schema', () => {
  test('the flag becomes a name in the list, and other flags stay as remarks', () => {
    expect(toJsonSchema(flat)).toEqual({
      type: 'object',
      properties: {
        host: { type: 'string', minLength: 1 },
        port: { type: 'integer', default: 22, position: 1 },
        token: { type: 'string', secret: true },
      },
      required: ['host'],
    });
  });

  test('flags inside a mapping are lifted where they stand', () => {
    const inner = { address: { type: 'string', required: true }, name: { type: 'string' } };
    expect(toJsonSchema({ site: { type: 'object', properties: inner } })).toEqual({
      type: 'object',
      properties: {
        site: {
          type: 'object',
          properties: { address: { type: 'string' }, name: { type: 'string' } },
          required: ['address'],
        },
      },
    });
  });

  test('what the loader judges by has no flags, and keeps what is written inside', () => {
    const inner = { address: { type: 'string', required: true } };
    expect(toLoaderSchema({ ...flat, site: { type: 'object', properties: inner } })).toEqual({
      type: 'object',
      properties: {
        host: { type: 'string', minLength: 1 },
        port: { type: 'integer', default: 22 },
        token: { type: 'string' },
        site: { type: 'object', properties: { address: { type: 'string', required: true } } },
      },
      required: ['host'],
    });
  });

  test('a JSON Schema is handed on unchanged', () => {
    const schema = { type: 'object', properties: { a: true }, additionalProperties: false };
    expect(toJsonSchema(schema)).toBe(schema);
    expect(toLoaderSchema(schema)).toBe(schema);
  });

  test('an entry that is no mapping is passed over, and what is no schema takes everything', () => {
    expect(toJsonSchema({ a: 'string', b: { type: 'string' } })).toEqual({
      type: 'object',
      properties: { b: { type: 'string' } },
    });
    expect(toJsonSchema('string')).toEqual({});
  });

  test('a value named `__proto__` is a value like any other', () => {
    const schema = toJsonSchema(JSON.parse('{"__proto__": {"type": "string", "required": true}}'));
    expect(JSON.stringify(schema)).toBe(
      '{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}',
    );
  });
});

describe('to flat', () => {
  test('the list becomes flags', () => {
    expect(toFlat({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] })).toEqual({
      ok: true,
      flat: { a: { type: 'string', required: true } },
    });
  });

  test('what a flat schema cannot say is named', () => {
    const schema = {
      type: 'object',
      properties: { a: {}, b: { type: 'object', properties: { c: { type: 'string' } }, required: ['c'] } },
      required: ['d'],
      additionalProperties: false,
    };
    expect(toFlat(schema)).toEqual({
      ok: false,
      lost: [['additionalProperties'], ['properties', 'a'], ['properties', 'b', 'required'], ['required', 0]],
    });
  });

  const definition = fc.record(
    {
      type: fc.constantFrom('string', 'integer', 'array', 'object'),
      required: fc.constant(true),
      secret: fc.boolean(),
      position: fc.nat(),
      description: fc.string(),
      default: fc.jsonValue(),
    },
    { requiredKeys: ['type'] },
  );

  test('a flat schema comes back from JSON Schema as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), definition), (schema) => {
        expect(toFlat(toJsonSchema(schema))).toEqual({ ok: true, flat: schema });
      }),
    );
  });

  test('no value makes a conversion fail', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        toFlat(toJsonSchema(value));
        toFlat(value);
        toLoaderSchema(value);
        readSchema(value);
      }),
    );
  });
});

describe('one model of both forms', () => {
  const read = (schema: unknown) =>
    readSchema(schema).properties.map(({ path, required, secret, type }) => [
      path.join('.'),
      type,
      required,
      secret,
    ]);

  test('a flat schema', () => {
    expect(read(flat)).toEqual([
      ['host', 'string', true, false],
      ['port', 'integer', false, false],
      ['token', 'string', false, true],
    ]);
  });

  test('a JSON Schema', () => {
    const properties = { host: { type: 'string' }, token: { type: ['string', 'null'], secret: true } };
    expect(read({ type: 'object', properties, required: ['host'] })).toEqual([
      ['properties.host', 'string', true, false],
      ['properties.token', undefined, false, true],
    ]);
  });
});
