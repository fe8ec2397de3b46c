export { describeLong } from './describe-long.ts';
export { describeShared } from './describe-shared.ts';
export { isLongRun } from './is-long-run.ts';
export { leaveOut } from './leave-out.ts';
export { needsProgram } from './needs-program.ts';
export { repoRoot } from './repo-root.ts';
export { shared } from './shared.ts';
