import { expect, test } from 'vitest';
import { typing } from '../fixtures/typing.ts';
import { chooseFormat } from './choose-format.ts';

const ENTER = '\r';

test('the first format is there to accept', async () => {
  expect(await chooseFormat(typing(ENTER))).toBe('emisar');
});

test('another can be chosen', async () => {
  expect(await chooseFormat(typing('\x1b[B', ENTER))).toBe('attune');
});

test('giving up chooses nothing', async () => {
  expect(await chooseFormat(typing('\x03'))).toBeUndefined();
});
