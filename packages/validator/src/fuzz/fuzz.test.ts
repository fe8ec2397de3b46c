import { isLongRun } from '@packwright/vitest';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { editedPack, packOfBytes, packOfValues, packOfWords } from './arbitrary-packs.ts';
import { basePacks } from './base-packs.ts';
import { GuardedJudge } from './guarded-judge.ts';
import type { PackEntries } from './promises.ts';

/** A run that everybody makes is the same for everybody; a long one looks elsewhere each time. */
const HOW_LONG = isLongRun
  ? { numRuns: Number.POSITIVE_INFINITY, interruptAfterTimeLimit: 180_000 }
  : { numRuns: 400, seed: 1 };

const judge = new GuardedJudge();
afterAll(() => judge.close());

describe('`open` keeps every promise', () => {
  const kinds: readonly [string, Arbitrary<PackEntries>][] = [
    ['any bytes', packOfBytes],
    ['words of packs and YAML in any order', packOfWords],
    ['an action with any values', packOfValues],
    ['a real pack with edits', editedPack(basePacks())],
  ];

  test.each(kinds)('for %s', { timeout: 600_000 }, async (_, packs) => {
    await fc.assert(
      fc.asyncProperty(packs, async (pack) => {
        expect(await judge.judge(pack)).toEqual([]);
      }),
      HOW_LONG,
    );
  });
});
