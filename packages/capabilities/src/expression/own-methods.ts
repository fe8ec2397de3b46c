import { compilePattern } from '@packwright/values';
import { charge } from './meter.ts';

/** Characters that a pattern's automaton reads in the time of one unit. */
const CHARACTERS_PER_UNIT = 50;

/**
 * Methods of the CEL library that are not used as they are, and what they are called instead once an expression is
 * parsed; the library refuses a second definition. Its `matches` backtracks, so that one short pattern takes seconds;
 * its `lowerAscii` and `upperAscii` change letters beyond ASCII, some of them into ASCII ones.
 */
export const OWN_METHODS: ReadonlyMap<string, string> = new Map([
  ['matches', 'matches_re2'],
  ['lowerAscii', 'lower_ascii'],
  ['upperAscii', 'upper_ascii'],
]);

/** The methods by signature. */
export const ownMethods = {
  'string.matches_re2(string): bool': matchesPattern,
  'string.lower_ascii(): string': (text: string) => text.replace(/[A-Z]+/g, (run) => run.toLowerCase()),
  'string.upper_ascii(): string': (text: string) => text.replace(/[a-z]+/g, (run) => run.toUpperCase()),
} as const;

/** Whether an RE2 pattern, which was checked when the expression was compiled, occurs in a text. */
function matchesPattern(text: string, pattern: string): boolean {
  charge(Math.floor(text.length / CHARACTERS_PER_UNIT));
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(`the pattern ${compiled.reason}`);
  return compiled.pattern.test(text);
}
