import { expect, test } from 'vitest';
import { checkParameters } from './check-parameters.ts';
import { standIn } from './stand-ins.ts';

const schema = {
  unit: { type: 'string', enum: ['seconds', 'hours'], required: true },
  interval: { type: 'integer', minimum: 1 },
  name: { type: 'string', pattern: '^[a-z]+$' },
  sites: { type: 'array', items: { type: 'string' } },
};

const found = (parameters: unknown) =>
  Array.from(checkParameters(schema, parameters), ({ kind, path, message }) =>
    [kind, ...path, message].join(' '),
  );

test('parameters that fit say nothing', () => {
  expect(found({ unit: 'hours', interval: 2, sites: ['a'] })).toEqual([]);
});

test('what is missing, unfit or unknown is told apart', () => {
  expect(found({ interval: '2', sites: [1], intervall: 3 })).toEqual([
    'missing has no "unit"',
    'unfit interval is the text "2", not a whole number',
    'unfit sites 0 is 1, not text',
    'unknown intervall is not a parameter',
  ]);
});

test('a template passes any type, pattern and list of values', () => {
  const template = 'x {{ event.payload.any }}';
  expect(found({ unit: template, interval: template, name: template, sites: [template] })).toEqual([]);
});

test('without declared parameters every name passes', () => {
  expect([...checkParameters({}, { a: 1 })]).toEqual([]);
});

test('the schema may be a JSON Schema', () => {
  const wrapped = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
  expect(Array.from(checkParameters(wrapped, {}), ({ kind }) => kind)).toEqual(['missing']);
});

test.each([
  [{ type: 'integer', default: 7, minimum: 9 }, 7],
  [{ type: 'integer', minimum: 9 }, 9],
  [{ type: 'number' }, 0],
  [{ type: 'string', enum: ['b', 'a'] }, 'b'],
  [{ type: 'string' }, 'text'],
  [{ type: 'boolean' }, true],
  [{ type: 'array' }, []],
  [{ type: 'object' }, {}],
  [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, null],
  [undefined, 'text'],
])('what stands in for a template under %j is %j', (definition, expected) => {
  expect(standIn(definition)).toEqual(expected);
});
