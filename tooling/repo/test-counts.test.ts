import { expect, test } from 'vitest';
import { testCounts } from './test-counts.ts';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test('tests left out and tests to do are both skipped', () => {
  expect(testCounts(report, true)).toEqual({ passed: 7, failed: 0, skipped: 3 });
});

test('a run that failed without a failed test counts as one failure', () => {
  expect(testCounts(report, false)).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

test('failed tests are counted as they are', () => {
  expect(testCounts({ ...report, numFailedTests: 4 }, false)).toEqual({ passed: 7, failed: 4, skipped: 3 });
});
