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
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** Counts of one vitest run; one that failed outside any test (a file that does not load, a stray rejection) counts as a failure. */
export function testCounts(report: Report, exitedWithZero: boolean): TestCounts {
  const failed = report.numFailedTests === 0 && !exitedWithZero ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** A line for each test that failed, and for each file that failed outside its tests: where, which, and why. */
export function failures({ testResults }: Pick<Report, 'testResults'>): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const tests = failed.map((test) => `${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
    return message === '' ? tests : [...tests, `${name}: ${firstLine(message)}`];
  });
}

function firstLine(text = ''): string {
  return text.split('\n')[0]?.slice(0, 300) ?? '';
}
