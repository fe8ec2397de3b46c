import { expect, test } from 'vitest';
import { schemaForm } from './schema-form.ts';

test('a mapping of type object with properties is a JSON Schema', () => {
  expect(schemaForm({ type: 'object', properties: { a: { type: 'string' } } })).toBe('json-schema');
});

test('the loader looks only whether `properties` is there', () => {
  expect(schemaForm({ type: 'object', properties: 'none' })).toBe('json-schema');
});

test('two values named `type` and `properties` are a flat schema, since here `type` is a mapping', () => {
  expect(schemaForm({ type: { type: 'string' }, properties: { type: 'object' } })).toBe('flat');
});

test.each([[{}], [{ type: 'object' }], [{ properties: {} }], [null], ['object'], [[]]])(
  '%j is not a JSON Schema',
  (schema) => {
    expect(schemaForm(schema)).toBe('flat');
  },
);
