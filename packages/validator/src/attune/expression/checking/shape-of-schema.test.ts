import { expect, test } from 'vitest';
import { describeKinds } from '../values/kind.ts';
import {
  ANY_SHAPE,
  canBe,
  itemShape,
  listShape,
  memberShape,
  objectShape,
  type Shape,
  TEXT_SHAPE,
} from './shape.ts';
import { shapeOfSchema } from './shape-of-schema.ts';

/** A shape in words. */
function words({ kinds, members, others, entries }: Shape): string {
  const names = [...(members ?? [])].map(([name, shape]) => `${name}: ${words(shape)}`);
  const inner = members ? ` {${[...names, ...(others ? [`…: ${words(others)}`] : [])].join(', ')}}` : '';
  return `${describeKinds(kinds)}${inner}${entries ? ` of (${words(entries)})` : ''}`;
}

test.each<[unknown, string]>([
  [undefined, 'any value'],
  ['x', 'any value'],
  [{}, 'an object {}'],
  [
    { a: { type: 'string' }, b: { type: 'integer', required: true }, c: { type: 'number' } },
    'an object {a: text, b: a number, c: a number}',
  ],
  [{ a: { type: 'boolean' }, b: { type: 'null' } }, 'an object {a: a boolean, b: null}'],
  [
    { a: { type: 'any' }, b: { type: 'strng' }, c: {} },
    'an object {a: any value, b: any value, c: any value}',
  ],
  [{ a: 'stray' }, 'any value'],
  [{ type: 'object' }, 'any value'],
  [{ a: { type: ['string', 'null'] } }, 'an object {a: null or text}'],
  [{ a: { type: 'object' } }, 'an object {a: an object}'],
  [{ a: { type: 'object', properties: { b: { type: 'string' } } } }, 'an object {a: an object {b: text}}'],
  [
    { a: { type: 'object', properties: {}, additionalProperties: { type: 'string' } } },
    'an object {a: an object {…: text}}',
  ],
  [
    { a: { type: 'object', properties: {}, additionalProperties: true } },
    'an object {a: an object {…: any value}}',
  ],
  [{ a: { type: 'object', properties: {}, additionalProperties: false } }, 'an object {a: an object {}}'],
  [
    { a: { type: 'object', properties: {}, patternProperties: { '^x': {} } } },
    'an object {a: an object {…: any value}}',
  ],
  [
    { a: { type: 'array', items: { type: 'object', properties: { b: { type: 'string' } } } } },
    'an object {a: a list of (an object {b: text})}',
  ],
  [{ a: { enum: ['x', null] } }, 'an object {a: null or text}'],
  [{ a: { type: 'string', enum: ['x', null, 3] } }, 'an object {a: text}'],
  [{ a: { type: 'string', enum: [3] } }, 'an object {a: any value}'],
  [{ a: { const: [1] }, b: { const: { x: 1 } } }, 'an object {a: a list, b: an object}'],
  [{ a: { type: 'string', oneOf: [{ type: 'number' }] } }, 'an object {a: any value}'],
  [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, 'an object {a: text}'],
  [{ type: { type: 'string' }, properties: { type: 'string' } }, 'an object {type: text, properties: text}'],
  [JSON.parse('{"__proto__": {"type": "string"}}'), 'an object {__proto__: text}'],
])('%j', (schema, expected) => {
  expect(words(shapeOfSchema(schema))).toBe(expected);
});

test('very deep schemas say nothing any more', () => {
  let schema: object = { type: 'string' };
  for (let i = 0; i < 100_000; i++) schema = { type: 'object', properties: { a: schema } };
  let shape: Shape | undefined = shapeOfSchema(schema);
  for (let i = 0; i < 60; i++) shape = shape && memberShape(shape, 'a');
  expect(shape && words(shape)).toBe('any value');
});

test('shapes can meet when some value has both', () => {
  const whole = shapeOfSchema({ a: { type: 'integer' } }).members?.get('a') as Shape;
  expect(canBe(whole, { kinds: whole.kinds })).toBe(true);
  expect(canBe(TEXT_SHAPE, whole)).toBe(false);
  expect(canBe(listShape(), objectShape([]))).toBe(false);
});

test('an item is an entry of a list, and what is no list is its own item', () => {
  expect(itemShape(listShape(TEXT_SHAPE))).toBe(TEXT_SHAPE);
  expect(itemShape(listShape())).toBe(ANY_SHAPE);
  expect(itemShape(TEXT_SHAPE)).toBe(TEXT_SHAPE);
  expect(itemShape(ANY_SHAPE)).toBe(ANY_SHAPE);
});
