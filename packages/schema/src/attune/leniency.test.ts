import { expect, test } from 'vitest';
import { z } from 'zod';
import { hinted, lenient, lenientFaults } from './leniency.ts';

const document = z.looseObject({
  mode: lenient(z.enum(['fast', 'slow'])).describe('A text of its own, which makes Zod copy the schema.'),
  steps: z.array(z.looseObject({ wait: lenient(z.number()).optional() })).optional(),
  labels: z.record(z.string(), lenient(z.string())).optional(),
  inner: lenient(z.looseObject({ flag: lenient(z.boolean()).optional() })).optional(),
  schema: hinted(z.string()).optional(),
});

const found = (value: unknown) =>
  Array.from(
    lenientFaults(document, value),
    ({ path, value }) => `${path.join('.')} ${JSON.stringify(value)}`,
  );

test('a lenient place takes anything', () => {
  expect(document.safeParse({ mode: 3, inner: 'x' }).success).toBe(true);
});

test('what is expected is not found', () => {
  expect(found({ mode: 'fast', steps: [{ wait: 1 }, {}], inner: { flag: true } })).toEqual([]);
});

test('what is not expected is found at any depth', () => {
  expect(
    found({ mode: 'FAST', steps: [{}, { wait: '1' }], labels: { a: 1 }, inner: { flag: 'no' } }),
  ).toEqual(['mode "FAST"', 'steps.1.wait "1"', 'labels.a 1', 'inner.flag "no"']);
});

test('nothing is found inside a place that is found itself', () => {
  expect(found({ mode: 'fast', inner: ['flag'] })).toEqual(['inner ["flag"]']);
});

test('a place that is judged elsewhere, and one that is empty, are passed over', () => {
  expect(found({ mode: 'fast', schema: 3, inner: null })).toEqual([]);
});
