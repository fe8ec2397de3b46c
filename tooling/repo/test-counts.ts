export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Counts of one vitest run; one that failed outside any test (a file that does not load, a stray rejection) counts as a failure. */
export function testCounts(report: Report, exitedWithZero: boolean): TestCounts {
  const failed = report.numFailedTests === 0 && !exitedWithZero ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}
