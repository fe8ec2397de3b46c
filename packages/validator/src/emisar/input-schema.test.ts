import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { ArgumentDeclaration } from './arguments/declaration.ts';
import { inputSchemaOf } from './input-schema.ts';

const property = (declaration: ArgumentDeclaration): unknown =>
  (inputSchemaOf([declaration]).properties as Record<string, unknown>)[declaration.name];

test('an action without arguments takes an empty object', () => {
  expect(inputSchemaOf([])).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {},
    additionalProperties: false,
    'x-emisar-maxEncodedBytes': 32768,
  });
});

test('required arguments are listed in the order of the author', () => {
  const declarations: ArgumentDeclaration[] = [
    { name: 'unit', type: 'string', required: true },
    { name: 'lines', type: 'integer' },
    { name: 'since', type: 'duration', required: true },
  ];
  expect(inputSchemaOf(declarations).required).toEqual(['unit', 'since']);
});

test.each<[string, ArgumentDeclaration, unknown]>([
  [
    'a string has a ceiling in bytes',
    { name: 'a', type: 'string' },
    { type: 'string', 'x-emisar-maxUtf8Bytes': 32768 },
  ],
  [
    'a string shows its pattern, its ceiling and its default',
    {
      name: 'a',
      type: 'string',
      description: 'Name of the unit.',
      default: 'nginx',
      validation: { pattern: '^[a-z]+$', max_length: 64n },
    },
    {
      type: 'string',
      pattern: '^[a-z]+$',
      'x-emisar-maxUtf8Bytes': 64,
      description: 'Name of the unit.',
      default: 'nginx',
    },
  ],
  [
    'an integer shows its range',
    { name: 'a', type: 'integer', validation: { min: 1n, max: 500 } },
    { type: 'integer', minimum: 1, maximum: 500 },
  ],
  [
    'an allowed list is an enum',
    { name: 'a', type: 'integer', validation: { allowed: [1n, 2n] } },
    { type: 'integer', enum: [1, 2] },
  ],
  [
    'a duration keeps its bounds as text',
    { name: 'a', type: 'duration', validation: { min_duration: '1s', max_duration: '1h' } },
    { type: 'string', format: 'duration', 'x-emisar-minDuration': '1s', 'x-emisar-maxDuration': '1h' },
  ],
  [
    'a path shows its rules',
    { name: 'a', type: 'path', validation: { allowed_prefixes: ['/var/log'], denied_paths: [] } },
    {
      type: 'string',
      format: 'path',
      'x-emisar-maxUtf8Bytes': 32768,
      'x-emisar-pathConstraints': { allowed_prefixes: ['/var/log'] },
    },
  ],
  [
    'a list constrains its items',
    { name: 'a', type: 'string_array', validation: { enum: ['x', 'y'], max_items: 0n } },
    {
      type: 'array',
      items: { type: 'string', enum: ['x', 'y'], 'x-emisar-maxUtf8Bytes': 32768 },
      maxItems: 0,
    },
  ],
  [
    'an empty default is left out',
    { name: 'a', type: 'integer_array', default: [] },
    { type: 'array', items: { type: 'integer' } },
  ],
  [
    'a false default is shown',
    { name: 'a', type: 'boolean', default: false },
    { type: 'boolean', default: false },
  ],
  [
    'an integer that no double holds is left out',
    { name: 'a', type: 'integer', default: 2n ** 62n, validation: { enum: [1n, 2n ** 62n] } },
    { type: 'integer' },
  ],
  ['sensitivity is not shown', { name: 'a', type: 'boolean', sensitive: true }, { type: 'boolean' }],
])('%s', (_, declaration, expected) => {
  expect(property(declaration)).toEqual(expected);
});

test('the schema is one that a strict validator compiles', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: false, formats: { duration: true, path: true } });
  for (const name of ['maxUtf8Bytes', 'maxEncodedBytes', 'minDuration', 'maxDuration', 'pathConstraints'])
    ajv.addKeyword(`x-emisar-${name}`);
  const check = ajv.compile(
    inputSchemaOf([
      { name: 'unit', type: 'string', required: true, validation: { pattern: '^[a-z]+$' } },
      { name: 'ports', type: 'integer_array', validation: { min: 1, max: 65_535 } },
    ]),
  );
  expect(
    [{ unit: 'nginx', ports: [80] }, { ports: [80] }, { unit: 'x', ports: [0] }, { unit: 'x', more: 1 }].map(
      (value) => check(value),
    ),
  ).toEqual([true, false, false, false]);
});
