import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import type { Summary } from './report.ts';

/** `1 error`, `2 errors`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Message and hint as one line of text that is safe to print. */
export const messageLine = ({ message, hint }: Diagnostic): string =>
  visible(hint === undefined ? message : `${message}; ${hint}`);

/** The last line of a run: `1 error and 2 warnings in 3 packs`. */
export function summaryLine(summary: Summary): string {
  return `${findingsOf(summary)} in ${count(summary.packs, 'pack')}`;
}

/** `1 error and 2 warnings`, or that there is nothing. */
export function findingsOf({ errors, warnings }: Summary): string {
  const found = [];
  if (errors > 0) found.push(count(errors, 'error'));
  if (warnings > 0) found.push(count(warnings, 'warning'));
  if (found.length === 0) found.push('nothing to report');
  return found.join(' and ');
}
