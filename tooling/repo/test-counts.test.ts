import { expect, test } from 'vitest';
import { failures, testCounts } from './test-counts.ts';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] };

test('tests left out and tests to do are both skipped', () => {
  expect(testCounts(report, true)).toEqual({ passed: 7, failed: 0, skipped: 3 });
});

test('a run that failed without a failed test counts as one failure', () => {
  expect(testCounts(report, false)).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

test('failed tests are counted as they are', () => {
  expect(testCounts({ ...report, numFailedTests: 4 }, false)).toEqual({ passed: 7, failed: 4, skipped: 3 });
});

test('what failed is named, with the first line of its reason', () => {
  const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };
  const failed = {
    fullName: 'sums takes away',
    status: 'failed',
    failureMessages: ['expected 1 to be 2\nat a.ts'],
  };
  const testResults = [
    { name: 'a.test.ts', message: '', assertionResults: [passed, failed] },
    { name: 'b.test.ts', message: 'cannot find "x"\nat b.ts', assertionResults: [] },
  ];
  expect(failures({ testResults })).toEqual([
    'a.test.ts > sums takes away: expected 1 to be 2',
    'b.test.ts: cannot find "x"',
  ]);
});
