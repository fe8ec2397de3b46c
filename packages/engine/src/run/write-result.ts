import type { RunResult } from './run-result.ts';

/** A result as JSON for people, safe within HTML, as the reference prints it. */
export function writeResult(result: RunResult): string {
  const { structured_output: structured, ...rest } = result;
  const shown = structured === undefined ? rest : { ...rest, structured_output: JSON.parse(structured) };
  return JSON.stringify(shown, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
