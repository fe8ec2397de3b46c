import { expect, test } from 'vitest';
import { z } from 'zod';
import { formOf } from './form-of.ts';
import { misfitOf } from './misfit.ts';

const form = formOf(
  z.strictObject({
    name: z.string().min(1),
    at: z.iso.datetime(),
    tries: z.int().min(1),
    state: z.enum(['on', 'off']),
    tags: z.array(z.strictObject({ word: z.string().nullable() })).readonly(),
    marks: z.record(z.string(), z.boolean()),
    note: z.string().optional(),
  }),
);
const right = {
  name: 'a',
  at: '2026-11-29T22:00:00Z',
  tries: 1,
  state: 'on',
  tags: [{ word: 'a' }, { word: null }],
  marks: { seen: true },
};

test('what fits has no misfit', () => {
  expect(misfitOf(form, right)).toBeUndefined();
  expect(misfitOf(form, { ...right, note: 'b' })).toBeUndefined();
});

test.each([
  ['another type', { ...right, name: 1 }, ['name']],
  ['a text that is too short', { ...right, name: '' }, ['name']],
  ['no moment', { ...right, at: 'yesterday' }, ['at']],
  ['a fraction', { ...right, tries: 1.5 }, ['tries']],
  ['a number beyond what is exact', { ...right, tries: 2 ** 53 }, ['tries']],
  ['a word that is not listed', { ...right, state: 'open' }, ['state']],
  ['an item of a list', { ...right, tags: [{ word: 'a' }, { word: 2 }] }, ['tags', 1, 'word']],
  ['a value of a mapping', { ...right, marks: { seen: true, done: 'no' } }, ['marks', 'done']],
  ['an unknown key', { ...right, other: 1 }, ['other']],
  ['the wrong type of an optional key', { ...right, note: null }, ['note']],
  ['a list for a mapping', [], []],
  ['nothing at all', undefined, []],
])('is found where it stands: %s', (_, value, path) => {
  expect(misfitOf(form, value)).toEqual(path);
});

test('a missing key is found by its name', () => {
  const { state: _, ...without } = right;
  expect(misfitOf(form, without)).toEqual(['state']);
});
