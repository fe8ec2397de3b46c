import { join } from 'node:path';
import { type Form, fitsOf, formOf } from '@packwright/schema/form';
import { isLongRun } from '@packwright/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formModules } from '../generators/document-forms.ts';
import { repoRoot } from '../repo-root.ts';
import { rightFor, wrongAt } from './values-for.ts';

const documents = await Promise.all(
  formModules.flatMap(({ path, schemas, isLenient }) =>
    Object.entries(schemas).map(async ([name, schema]) => {
      const written = (await import(join(repoRoot, path))) as Readonly<Record<string, Form>>;
      return { name, schema, isLenient, form: written[name] as Form };
    }),
  ),
);
// The same ones every time; long runs draw new ones.
const runs = isLongRun ? { numRuns: 20_000 } : { numRuns: 500, seed: 20_261_121 };

describe.each(documents)('$name', ({ schema, form, isLenient }) => {
  test('is written as the schema has it', () => {
    expect(form).toEqual(formOf(schema, isLenient));
  });

  test('fits nothing that the schema refuses', () => {
    const fits = fitsOf(form);
    fc.assert(
      fc.property(rightFor(form).chain(wrongAt), (value) => {
        if (fits(value)) expect(schema.safeParse(value).success).toBe(true);
      }),
      runs,
    );
  });
});

// Of a partial form no value is known to be right.
test.each(documents.filter(({ form }) => isWhole(form)))(
  '$name fits what the schema accepts',
  ({ schema, form }) => {
    const fits = fitsOf(form);
    fc.assert(
      fc.property(rightFor(form), (value) => {
        expect([fits(value), schema.safeParse(value).success]).toEqual([true, true]);
      }),
      runs,
    );
  },
);

function isWhole(form: Form): boolean {
  return !JSON.stringify(form).includes('"isPartial"');
}
