import { describe } from 'vitest';
import { isLongRun } from './is-long-run.ts';
import { leaveOut } from './leave-out.ts';

/** A `describe` that only `npm run test:long` runs. */
export function describeLong(title: string, tests: () => void): void {
  if (isLongRun) describe(title, tests);
  else leaveOut(title, 'slow; `npm run test:long` runs it');
}
