import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromZod } from '../schemas/from-zod.ts';
import { fieldRows } from './field-rows.ts';

const rows = (schema: z.ZodType) => fieldRows(fromZod(schema)).map((row) => Object.values(row).join(' | '));

test('a field inside a list names its whole path, its limits and its text', () => {
  const item = z.strictObject({ port: z.number().multipleOf(1).min(1).max(9).describe('A port.') });
  expect(rows(z.strictObject({ checks: z.array(item).max(3).optional() }))).toEqual([
    'checks | list of map |  | at most 3 entries | ',
    'checks[].port | integer | yes | 1 to 9 | A port.',
  ]);
});

test('the branches of a union share one list; what differs names its kind', () => {
  const union = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('a'), file: z.string().min(1), note: z.string().describe('For a.') }),
    z.strictObject({ kind: z.literal('b'), url: z.string(), note: z.string().optional().describe('For b.') }),
  ]);
  expect(rows(union)).toEqual([
    'kind | string | yes | `a`, `b` | ',
    'file | string | for `a` | not empty | ',
    'url | string | for `b` |  | ',
    'note | string | for `a` |  | `a`: For a. `b`: For b.',
  ]);
});

test('the values of a list of words are listed', () => {
  expect(rows(z.strictObject({ parser: z.enum(['', 'json']).optional() }))).toEqual([
    'parser | string |  | `""`, `json` | ',
  ]);
});
