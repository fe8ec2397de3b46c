import { expect, test } from 'vitest';
import { z } from 'zod';
import type { CallPlace } from './tool.ts';
import { toolOf } from './tool.ts';

const { call } = toolOf(
  { name: 'look_at' },
  z.strictObject({
    name: z.string().min(1).max(20),
    about: z.string().max(256).optional(),
    limit: z.int().min(1).max(50).optional(),
    args: z.record(z.string(), z.unknown()).optional(),
    all: z.boolean().optional(),
    order: z.enum(['newest', 'oldest']).optional(),
  }),
  async () => ({ content: [], structuredContent: { error: '', hint: '' } }),
);
const nothing = toolOf({ name: 'rest' }, z.strictObject({}), async () => ({
  content: [],
  structuredContent: {},
}));
const place = {} as CallPlace;

test.each<[object, string, string]>([
  [{}, '"name" is missing', '"name" takes a text of 1 to 20 characters'],
  [{ name: '' }, '"name" is empty', '"name" takes a text of 1 to 20 characters'],
  [{ name: 7 }, '"name" is 7', '"name" takes a text of 1 to 20 characters'],
  [{ name: null }, '"name" is null', '"name" takes a text of 1 to 20 characters'],
  [
    { name: 'twenty\ncharacters and more' },
    '"name" is "twenty\\u000acharacters and more"',
    '"name" takes a text of 1 to 20 characters',
  ],
  [
    { name: 'a', about: 'x'.repeat(300) },
    '"about" is a text of 300 characters',
    '"about" takes a text of at most 256 characters',
  ],
  [{ name: 'a', limit: 99 }, '"limit" is 99', '"limit" takes a whole number from 1 to 50'],
  [{ name: 'a', limit: 1.5 }, '"limit" is 1.5', '"limit" takes a whole number from 1 to 50'],
  [{ name: 'a', limit: '9' }, '"limit" is "9"', '"limit" takes a whole number from 1 to 50'],
  [{ name: 'a', args: [] }, '"args" is a list', '"args" takes an object'],
  [{ name: 'a', all: {} }, '"all" is an object', '"all" takes true or false'],
  [{ name: 'a', order: 'newst' }, '"order" is "newst"', 'did you mean "newest"?'],
  [{ name: 'a', order: 'size' }, '"order" is "size"', '"order" takes one of newest, oldest'],
  [{ name: 'a', limt: 3 }, 'there is no argument "limt"', 'write "limit" for "limt"'],
  [
    { name: 'a', limit: 3, limt: 3 },
    'there is no argument "limt"',
    'look_at takes name, about, limit, args, all, order',
  ],
])('%j: %s; %s', async (given, error, hint) => {
  expect(await call({ ...given }, place)).toMatchObject({
    isError: true,
    structuredContent: { error, hint },
  });
});

test('all faults are said at once, up to five', async () => {
  const { structuredContent } = (await call({ nmae: 'a', limit: 0 }, place)) as never;
  expect(structuredContent).toEqual({
    error: '"name" is missing; "limit" is 0; there is no argument "nmae"',
    hint: '"name" takes a text of 1 to 20 characters; "limit" takes a whole number from 1 to 50; write "name" for "nmae"',
  });
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`x${at}`, at]));
  expect(await nothing.call(many, place)).toMatchObject({
    structuredContent: {
      error:
        'there is no argument "x0"; there is no argument "x1"; there is no argument "x2"; there is no argument "x3"; there is no argument "x4"; and 895 more',
      hint: 'rest takes no arguments',
    },
  });
});
