import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import { emisarActionForm, emisarPackForm } from '@packwright/schema/emisar/forms';
import { fitsOf, formOf } from '@packwright/schema/form';
import { isLongRun, repoRoot } from '@packwright/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actionKind, manifestKind } from '../emisar/pack.ts';
import { SourceText } from '../source/source-text.ts';
import { readDocument } from './document.ts';

const example = (file: string): string => readFileSync(join(repoRoot, 'examples/disk-care', file), 'utf8');
const manifest = readDocument('pack.yaml', new SourceText(example('pack.yaml')), manifestKind).value;
const actions = manifest.actions.map(
  (file) => readDocument(file, new SourceText(example(file)), actionKind).value,
);

describe('a limit that is not known', () => {
  test.each([
    ['an e-mail address', z.email(), 'a@b.example'],
    ['a start', z.string().startsWith('a'), 'a'],
    ['a condition in code', z.string().refine(() => true), 'a'],
    ['a change of the value', z.string().transform((text) => text), 'a'],
    ['a multiple', z.number().multipleOf(5), 5],
    ['a loose object', z.looseObject({}), {}],
    ['a record with limited keys', z.record(z.string().min(1), z.string()), { a: 'b' }],
    ['a date', z.date(), new Date()],
  ])('is left to the schema: %s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(true);
    expect(fitsOf(formOf(schema))(value)).toBe(false);
  });
});

test.each([
  ['an object of another kind', z.record(z.string(), z.unknown()), new Map()],
  ['a missing key', z.strictObject({ a: z.string() }), {}],
  ['an unknown key', z.strictObject({ a: z.string() }), { a: '', b: 1 }],
  ['a key named __proto__', z.strictObject({ a: z.string() }), JSON.parse('{"a":"","__proto__":1}')],
  ['no number', z.number(), Number.NaN],
  ['more than every number', z.number(), Number.POSITIVE_INFINITY],
  ['a fraction', z.number().multipleOf(1), 1.5],
  ['another branch', z.discriminatedUnion('k', [z.strictObject({ k: z.literal('a') })]), { k: 'b' }],
])('does not fit: %s', (_, schema, value) => {
  expect(fitsOf(formOf(schema))(value)).toBe(false);
});

describe('emisar documents', () => {
  const junk = fc.oneof(
    fc.constantFrom(null, '', 'a', 'exec', 'script', 0, 1, -1, 1.5, 256, 2 ** 53, Number.NaN, true, [], {}),
    fc.string(),
    fc.array(fc.string(), { maxLength: 20 }),
    fc.dictionary(fc.string(), fc.anything({ maxDepth: 1 }), { noNullPrototype: true }),
  );
  const cases = [
    ['EmisarPack', EmisarPack, emisarPackForm, [manifest]],
    ['EmisarAction', EmisarAction, emisarActionForm, actions],
  ] as const;

  test.each(cases)('%s: what is right fits', (_, _schema, form, documents) => {
    expect(documents.map(fitsOf(form))).toEqual(documents.map(() => true));
  });

  test.each(cases)('%s: what fits is exactly what the schema accepts', (_, schema, form, documents) => {
    const fits = fitsOf(form);
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(fc.nat(), { maxLength: 6 }),
        junk,
        (document, way, value) => {
          const changed = structuredClone(document) as never;
          change(changed, way, value);
          expect(fits(changed)).toBe(schema.safeParse(changed).success);
        },
      ),
      { numRuns: isLongRun ? 20_000 : 1_000 },
    );
  });
});

/** Follows a way of numbers into a value and puts something else in the place where it ends. */
function change(
  value: Record<string, unknown>,
  [first = 0, ...rest]: readonly number[],
  junk: unknown,
): void {
  const keys = Object.keys(value);
  const key = first % 7 === 6 ? 'added' : keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return;
  const inner = value[key];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null)
    change(inner as typeof value, rest, junk);
  else if (first % 5 === 4 && Array.isArray(value)) value.splice(Number(key), 1);
  else if (first % 5 === 4) delete value[key];
  else value[key] = junk;
}
