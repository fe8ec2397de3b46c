/** One thing that was looked at on a host, and what to do about it. */
export interface Finding {
  /** What kind of thing it is, in one word. */
  readonly check: Check;
  /** `error`: something that should run does not, or something is promised that does not hold. */
  readonly level: 'ok' | 'warning' | 'error';
  /** What was found, in one line. */
  readonly message: string;
  /** What to do; empty where there is nothing to do. */
  readonly hint: string;
}

export type Check =
  | 'node'
  | 'setpriv'
  | 'settings'
  | 'packs'
  | 'trust'
  | 'programs'
  | 'environment'
  | 'permissions'
  | 'clock'
  | 'journal';

export const fine = (check: Check, message: string): Finding => ({ check, level: 'ok', message, hint: '' });

export const warning = (check: Check, message: string, hint: string): Finding => ({
  check,
  level: 'warning',
  message,
  hint,
});

export const error = (check: Check, message: string, hint: string): Finding => ({
  check,
  level: 'error',
  message,
  hint,
});

/** The findings; where there are none, that all is well. */
export const orFine = (findings: readonly Finding[], check: Check, message: string): readonly Finding[] =>
  findings.length > 0 ? findings : [fine(check, message)];

/** Several names for one line, the first of them by name. */
export function namesOf(names: Iterable<string>): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, MOST_NAMES).join(', ');
  return all.length > MOST_NAMES ? `${shown} and ${all.length - MOST_NAMES} more` : shown;
}

const MOST_NAMES = 3;
