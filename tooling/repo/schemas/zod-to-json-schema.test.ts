import { EmisarPack } from '@packwright/schema/emisar';
import { expect, test } from 'vitest';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { fromZod } from './from-zod.ts';

test('zod-to-json-schema loses everything of a Zod 4 schema, without an error', () => {
  // Its types refuse the schema as well; a build without type checks would not.
  expect(zodToJsonSchema(EmisarPack as never)).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
  });
});

test('Zod itself writes the same schema in full', () => {
  expect(Object.keys(fromZod(EmisarPack).properties ?? {})).toContain('retired_below');
});
