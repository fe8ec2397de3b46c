import { parseExactJson } from '@packwright/values';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDialect } from './dialect.ts';

const metaSchema = new Ajv2020({ strict: false, validateFormats: false }).getSchema(
  'https://json-schema.org/draft/2020-12/schema',
);

const KEYWORDS = [
  ...[
    'type',
    'enum',
    'const',
    'default',
    'examples',
    'title',
    'description',
    '$comment',
    'format',
    'pattern',
  ],
  ...[
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
  ],
  ...[
    'minContains',
    'maxContains',
    'minProperties',
    'maxProperties',
    'uniqueItems',
    'deprecated',
    'readOnly',
  ],
  ...[
    'writeOnly',
    'required',
    'dependentRequired',
    'dependencies',
    'properties',
    'patternProperties',
    '$defs',
  ],
  ...[
    'dependentSchemas',
    'items',
    'additionalProperties',
    'contains',
    'not',
    'if',
    'then',
    'else',
    'propertyNames',
  ],
  ...[
    'unevaluatedItems',
    'unevaluatedProperties',
    'prefixItems',
    'allOf',
    'anyOf',
    'oneOf',
    '$recursiveAnchor',
    'other',
  ],
];

const { schema } = fc.letrec<{ schema: unknown; value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(true, null, 0, -1, 1.5, 3, 'string', 'object', 'a', '', 'integer'),
    fc.array(fc.constantFrom('string', 'null', 'a', 'b'), { maxLength: 3 }),
    fc.array(tie('schema'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { maxKeys: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), fc.array(fc.constantFrom('a', 'b', 1), { maxLength: 2 }), {
      maxKeys: 2,
    }),
    tie('schema'),
  ),
  schema: fc.dictionary(fc.constantFrom(...KEYWORDS), tie('value'), { maxKeys: 3 }),
}));

test('a schema is right exactly when the published meta-schema says so', () => {
  let right = 0;
  fc.assert(
    fc.property(schema, (candidate) => {
      const found = [...checkDialect(parseExactJson(JSON.stringify(candidate)), new Set())];
      const expected = metaSchema?.(candidate);
      if (expected) right++;
      expect({ candidate, isRight: found.length === 0 }).toEqual({ candidate, isRight: expected });
    }),
    { numRuns: 5000 },
  );
  expect(right).toBeGreaterThan(500);
});
