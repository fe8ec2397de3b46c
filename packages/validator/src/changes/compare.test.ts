import { expect, test } from 'vitest';
import { memoryTree } from '../tree/memory-tree.ts';
import { bumpBetween, bumpOf, isEnough } from './bump.ts';
import type { Change, Meaning } from './change.ts';
import { compare } from './compare.ts';

const board = 'name: board\ndescription: Reads.\n';

test('packs of different formats are not compared', () => {
  const attune = memoryTree({ 'pack.yaml': 'ref: board\nlabel: Board\nversion: 1.0.0\n' });
  expect(compare(memoryTree({ 'pack.yaml': board }), attune)).toMatchObject({
    ok: false,
    reason: 'other-format',
  });
});

test('different packs of one format are not compared', () => {
  const other = memoryTree({ 'pack.yaml': board.replace('board', 'table') });
  expect(compare(memoryTree({ 'pack.yaml': board }), other)).toMatchObject({ ok: false, reason: 'other-id' });
});

test('a pack that is refused is not compared', () => {
  const refused = memoryTree({ 'pack.yaml': `${board}colour: red\n` });
  expect(compare(memoryTree({ 'pack.yaml': board }), refused)).toMatchObject({
    ok: false,
    reason: 'refused',
  });
});

test('the same bytes have no changes and deserve no version', () => {
  const pack = memoryTree({ 'pack.yaml': board });
  expect(compare(pack, pack)).toMatchObject({ ok: true, changes: [], bump: 'none' });
});

const change = (meaning: Meaning): Change => ({
  subject: [],
  meaning,
  message: 'x',
  before: null,
  after: null,
});

test.each<[Meaning[], boolean, string]>([
  [['wider', 'narrower'], false, 'major'],
  [['wider', 'equal'], false, 'minor'],
  [['unknown'], false, 'minor'],
  [['equal'], false, 'patch'],
  [[], false, 'patch'],
  [[], true, 'none'],
])('changes that are %j deserve what they mean', (meanings, isSame, bump) => {
  expect(bumpOf(meanings.map(change), isSame)).toBe(bump);
});

test.each([
  ['1.0.0', '2.0.0', 'major'],
  ['1.9', '1.10', 'minor'],
  ['1.0.0', '1.0.1', 'patch'],
  ['1.0.0', '1.0.0', 'none'],
  ['1.2.0', '1.1.9', undefined],
  ['sha-12', '1.0.0', undefined],
])('from %s to %s is a %s step', (before, after, step) => {
  expect(bumpBetween(before, after)).toBe(step);
});

test('a larger step is enough for a smaller one', () => {
  expect([isEnough('minor', 'patch'), isEnough('patch', 'minor'), isEnough('none', 'none')]).toEqual([
    true,
    false,
    true,
  ]);
});
