import { exitCode } from '../exit-code.ts';

/** The exit code for what was found: errors fail, warnings only where they count as errors. */
export function exitCodeOf(
  { errors, warnings }: { errors: number; warnings: number },
  strict = false,
): number {
  return errors > 0 || (strict && warnings > 0) ? exitCode.findings : exitCode.ok;
}
