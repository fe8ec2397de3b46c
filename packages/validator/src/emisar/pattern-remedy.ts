import type { PatternFault } from '@packwright/values';

/** What a pattern is for, which decides how to do without what RE2 does not have. */
export type PatternUse = 'value' | 'redaction' | 'output-schema';

const lookaround: Record<PatternUse, string> = {
  value: 'list the characters that may stand there instead',
  redaction: 'match what stands around too, and put it back with $1 in the replacement',
  'output-schema': 'list the characters that may stand there instead',
};

const repeat: Record<PatternUse, string> = {
  value: 'repeat at most 1000 times, and leave the length to `max_length`',
  redaction: 'repeat at most 1000 times, or without a limit',
  'output-schema': 'repeat at most 1000 times, and leave the length to `maxLength`',
};

const others: Record<Exclude<PatternFault, 'lookaround' | 'repeat'>, string> = {
  backreference: 'write out what may stand there',
  size: 'shorten it, or repeat less',
  syntax: 'write RE2 syntax, with a backslash before a character that stands for itself',
};

/** What to do about a pattern that RE2 refuses. */
export function patternRemedy(fault: PatternFault, use: PatternUse): string {
  if (fault === 'lookaround') return lookaround[use];
  return fault === 'repeat' ? repeat[use] : others[fault];
}
