import { describe, expect, test } from 'vitest';
import { bindParameters } from './bind-parameters.ts';
import { jsonDocument } from './documents/json.ts';

const flat = {
  host: { type: 'string', required: true, minLength: 1 },
  port: { type: 'integer', minimum: 1, maximum: 65535, default: 443 },
  mode: { type: 'string', enum: ['fast', 'safe'] },
  ratio: { type: 'number' },
  deep: { type: 'object', properties: { names: { type: 'array', items: { type: 'string' } } } },
  token: { type: 'string', secret: true, minLength: 8 },
};
const { host, ...rest } = flat;
const { required: _, ...bareHost } = host;
const jsonSchema = { type: 'object', properties: { host: bareHost, ...rest }, required: ['host'] };

describe.each([
  ['flat', flat],
  ['JSON Schema', jsonSchema],
])('by a schema that is %s', (_name, schema) => {
  test.each([
    ['{"host":"h","ratio":1.50,"port":8443}', '{"host":"h","port":8443,"ratio":1.50}'],
    ['{"host":"h","port":5.0}', '{"host":"h","port":5.0}'],
    [
      '{"host":"h","something_else":12345678901234567890}',
      '{"host":"h","something_else":12345678901234567890}',
    ],
  ])('%s passes as it is, defaults left to the script', (json, expected) => {
    const bound = bindParameters(schema, json);
    expect(bound.ok && jsonDocument(bound.value)).toBe(expected);
  });

  test.each([
    ['[]', '', 'json', 'the parameters are not a JSON object', undefined],
    ['{"a":1,"a":2}', '', 'json', 'the parameters are not JSON: duplicate key "a"', undefined],
    ['{}', 'host', 'required', '`host` is required', 'give it a value'],
    ['{"hots":"h"}', 'hots', 'unknown', 'there is no parameter "hots"', 'did you mean "host"?'],
    ['{"host":5}', 'host', 'value', '`host` is 5, not text', 'write text'],
    ['{"host":""}', 'host', 'value', '`host` has 0 characters, fewer than 1', undefined],
    [
      '{"host":"h","port":"5"}',
      'port',
      'value',
      '`port` is the text "5", not a whole number',
      'write a whole number',
    ],
    [
      '{"host":"h","port":12345678901234567890}',
      'port',
      'value',
      '`port` is 12345678901234567890, above 65535',
      undefined,
    ],
    ['{"host":"h","port":1.5}', 'port', 'value', '`port` is 1.5, not a whole number', 'write a whole number'],
    [
      '{"host":"h","mode":"fats"}',
      'mode',
      'value',
      '`mode` is the text "fats", which is not one of its values',
      'write one of: fast, safe',
    ],
    ['{"host":"h","deep":{"names":[1]}}', 'deep', 'value', '`deep.names.0` is 1, not text', 'write text'],
    [
      '{"host":"{{ x }}","port":"{{ y }}"}',
      'port',
      'value',
      '`port` is the text "{{ y }}", not a whole number',
      'write a whole number',
    ],
    [
      '{"host":"h","ratio":1e999}',
      'ratio',
      'unwritable',
      '`ratio` holds a number beyond what readers can take',
      undefined,
    ],
    [
      '{"host":"h","ratio":1e-99999999}',
      'ratio',
      'unwritable',
      '`ratio` holds a number beyond what readers can take',
      undefined,
    ],
    ['{"host":"\\ud800"}', 'host', 'unwritable', '`host` holds half a character', undefined],
    [
      '{"host":"h","token":"hunter2"}',
      'token',
      'value',
      '`token` does not fit its schema; what it is is not shown, for it is secret',
      undefined,
    ],
  ])('%s is refused', (json, arg, code, message, hint) => {
    const error = hint === undefined ? { arg, code, message } : { arg, code, message, hint };
    expect(bindParameters(schema, json)).toEqual({ ok: false, error });
  });

  test('defaults are filled in on demand', () => {
    const bound = bindParameters(schema, '{"host":"h"}', { defaults: 'fill' });
    expect(bound.ok && jsonDocument(bound.value)).toBe('{"host":"h","port":443}');
  });
});

test('without a schema every object passes', () => {
  expect(bindParameters(undefined, '{"a":[1]}').ok).toBe(true);
});
