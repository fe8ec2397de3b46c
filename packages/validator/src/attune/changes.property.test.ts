// Whatever parameters prove to be taken newly, the comparison of two packs says so; and what is refused newly, too.
import { isLongRun } from '@packwright/vitest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Meaning } from '../changes/change.ts';
import { compare } from '../changes/compare.ts';
import { only, type Pair, pairOfRecord } from '../changes/fixtures/pair-of-record.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { checkParameters, readSchema } from './dialect/index.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const count = fc.constantFrom(0, 1, 2, 5);
const definition = {
  type: fc.constantFrom('string', 'string', 'integer', 'number', 'boolean', 'array', 'object'),
  required: maybe(fc.constantFrom<unknown>(true, false, ['a'], ['a', 'b'])),
  secret: maybe(fc.boolean()),
  enum: maybe(fc.uniqueArray(fc.constantFrom<unknown>('a', 'ab', 1, 2.5, true), { maxLength: 3 })),
  const: maybe(fc.constantFrom<unknown>('a', 1)),
  pattern: maybe(fc.constantFrom('', '^a+$', '^aa*$', '^[ab]+$', 'b', '^(?=a)', '(?i)^A$')),
  minLength: maybe(count),
  maxLength: maybe(count),
  minimum: maybe(fc.oneof(count, fc.constantFrom(-0.5, Number.NaN))),
  maximum: maybe(fc.oneof(count, fc.constantFrom(1.5, Number.POSITIVE_INFINITY))),
  exclusiveMinimum: maybe(count),
  minItems: maybe(count),
  maxItems: maybe(count),
  items: maybe(
    fc.constantFrom<unknown>({ type: 'string' }, { type: 'integer', minimum: 1 }, { minimum: 1 }, true),
  ),
  properties: maybe(
    fc.constantFrom<unknown>(
      ...[{ a: { type: 'string' } }, { a: { type: 'integer' } }, { a: { enum: [1, 'x'] }, b: {} }],
      ...[
        { a: { type: 'string' }, b: { type: 'integer' } },
        { a: true, b: false },
      ],
    ),
  ),
  additionalProperties: maybe(fc.boolean()),
  not: maybe(fc.constantFrom({ enum: ['a'] }, { type: 'string' })),
};

/** A key or two of a definition, beside its type: with all of them nothing would ever fit. */
const parameter: fc.Arbitrary<Pair> = fc
  .subarray(Object.keys(definition), { minLength: 1, maxLength: 3 })
  .chain((keys) => pairOfRecord(only(definition, ['type', ...keys])));

const flat: fc.Arbitrary<Pair> = fc
  .tuple(parameter, fc.constantFrom([true, true], [true, true], [true, true], [true, false], [false, true]))
  .map(([pair, there]) => [0, 1].map((side) => (there[side] ? { x: pair[side] } : {})) as unknown as Pair);

const around = pairOfRecord({
  required: maybe(fc.constantFrom(['x'], ['x', 'y'], ['y'], [])),
  additionalProperties: maybe(fc.constantFrom<unknown>(false, true, { type: 'string' })),
  maxProperties: maybe(fc.constantFrom(0, 1)),
  not: maybe(fc.constantFrom({ required: ['y'] })),
});
const jsonSchema: fc.Arbitrary<Pair> = fc.tuple(flat, around, fc.constantFrom('inside', 'around')).map(
  ([properties, rest, changed]) =>
    [0, 1].map((side) => ({
      type: 'object',
      properties: properties[changed === 'inside' ? side : 0],
      ...rest[changed === 'around' ? side : 0],
    })) as unknown as Pair,
);

const mixed = fc
  .tuple(flat, jsonSchema, fc.boolean())
  .map(([[one], [, other], isFlatFirst]): Pair => (isFlatFirst ? [one, other] : [other, one]));

const schemas = fc.oneof(
  { weight: 6, arbitrary: flat },
  { weight: 3, arbitrary: jsonSchema },
  { weight: 1, arbitrary: mixed },
);

const values: readonly unknown[] = [
  ...['', 'a', 'A', 'aa', 'b', 'ab', 'aaaaaa', 0, 1, 2, 2.5, -1, 5, 9, true, null],
  ...[[], ['a'], [1], [0, 1, 2], ['a', 'b', 'c', 'a', 'b', 'c'], {}, { a: 'x' }, { a: 1, b: 2 }, { b: 1 }],
];
const calls: readonly object[] = [{}, { y: 1 }, { y: 'a' }, ...values.flatMap((x) => [{ x }, { x, y: 'a' }])];

const isTaken = (schema: unknown, call: object): boolean =>
  [...checkParameters(schema, call)].every(({ kind }) => kind === 'unknown');

const isDeclared = (schema: unknown, call: object): boolean => {
  const names = readSchema(schema).properties.map(({ name }) => name);
  return Object.keys(call).every((name) => names.includes(name));
};

/** Packs of today hold flat schemas only; those of old may hold both. */
const isFlat = (schema: unknown): boolean => readSchema(schema).form === 'flat';

function tree(parameters: unknown) {
  const texts = { ref: 'demo.run', name: 'run', label: 'Run', description: 'Runs.' };
  const action = { ...texts, runner_type: 'shell', entry_point: 'run.sh', parameters };
  return memoryTree({
    'pack.yaml': 'ref: demo\nlabel: Demo\ndescription: A demo.\nversion: 1.0.0\n',
    'actions/run.yaml': yamlOf(action),
    'actions/run.sh': '#!/bin/sh\n',
  });
}

/** JSON is YAML, but for the numbers that JSON cannot write. */
const yamlOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) => {
    if (typeof part !== 'number' || Number.isFinite(part)) return part;
    return Number.isNaN(part) ? '.nan' : '.inf';
  }).replaceAll(/"(\.nan|\.inf)"/g, '$1');

const RUNS = isLongRun ? 3_000 : 200;

test('no parameters are taken newly, and none refused newly, without a change that says so', () => {
  let [pairs, proofs] = [0, 0];
  fc.assert(
    fc.property(schemas, ([before, after]) => {
      const profile = isFlat(before) && isFlat(after) ? 'real' : 'seed';
      const compared = compare(tree(before), tree(after), { profile });
      if (!compared.ok) return;
      pairs++;
      const meanings = new Set<Meaning>(compared.changes.map(({ meaning }) => meaning));
      for (const call of calls) {
        const [was, is] = [before, after].map((schema) => isTaken(schema, call));
        // The loader passes on what is not declared, and no caller is promised that it does.
        if (was === is || (was && !isDeclared(before, call))) continue;
        proofs++;
        const wanted: Meaning[] = is ? ['wider', 'unknown'] : ['narrower', 'unknown'];
        expect(
          wanted.some((meaning) => meanings.has(meaning)),
          `${JSON.stringify(call)} is ${is ? 'taken' : 'refused'} newly, and the changes are ${[...meanings].join(' and ')}`,
        ).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
  expect(pairs).toBeGreaterThan(RUNS * 0.9);
  expect(proofs).toBeGreaterThan(200);
}, 120_000);
