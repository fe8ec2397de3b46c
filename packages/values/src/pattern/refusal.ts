const MOST_SHOWN = 60;

/** What kind of thing RE2 does not take; stable, so that a remedy can be keyed by it. */
export type PatternFault = 'lookaround' | 'backreference' | 'repeat' | 'size' | 'syntax';

const LOOKAROUND = /^\(\?<?[=!]/;
const BACKREFERENCE = /^\\[1-9]/;

/** The kind of a fault that the engine names. */
export function patternFault(fault: string, fragment: string): PatternFault {
  if (LOOKAROUND.test(fragment)) return 'lookaround';
  if (fault === 'invalid escape sequence' && BACKREFERENCE.test(fragment)) return 'backreference';
  if (fault === 'invalid repeat count' && !isBackwards(fragment)) return 'repeat';
  return fault === 'expression too large' ? 'size' : 'syntax';
}

/** Of the fragment that the engine names the part that is at fault: behind a lookaround it names all that follows. */
export const faultyPart = (fragment: string): string => LOOKAROUND.exec(fragment)?.[0] ?? fragment;

/** Says in plain words why RE2 refuses a pattern, from the engine's fault and the fragment it names. */
export function refusal(fault: string, fragment: string): string {
  const lookaround = LOOKAROUND.exec(fragment)?.[0];
  if (lookaround !== undefined) return `looks around with "${lookaround}", which RE2 does not have`;
  const quoted = fragment.length > MOST_SHOWN ? `${fragment.slice(0, MOST_SHOWN)}…` : fragment;
  switch (fault) {
    case 'invalid or unsupported Perl syntax':
      return perlSyntax(quoted);
    case 'invalid escape sequence':
      if (BACKREFERENCE.test(fragment)) return `uses the backreference "${quoted}", which RE2 does not have`;
      return `uses "${quoted}", which is no escape in RE2`;
    case 'invalid repeat count':
      return isBackwards(fragment)
        ? `repeats backwards with "${quoted}"`
        : `repeats more than 1000 times with "${quoted}"`;
    case 'invalid nested repetition operator':
      return `repeats a repeat with "${quoted}"`;
    case 'missing argument to repetition operator':
      return `has nothing to repeat before "${quoted}"`;
    case 'invalid character class range':
      return `uses "${quoted}", which is no character range or class in RE2`;
    case 'missing closing ]':
      return `opens a class with "${quoted}" and never closes it`;
    case 'missing closing )':
      return 'opens a group and never closes it';
    case 'unexpected )':
      return 'closes a group that is not open';
    case 'invalid named capture':
      return `names a group with "${quoted}", which is no group name in RE2`;
    case 'trailing backslash at end of expression':
      return 'ends in a backslash';
    case 'expression nests too deeply':
      return 'nests too deeply';
    case 'expression too large':
      return 'is too large once its repeats are written out';
    default:
      return `is refused by RE2: ${fault}`;
  }
}

/** Whether a repeat such as `{3,2}` has its limits the wrong way round. */
function isBackwards(repeat: string): boolean {
  const [, low, high] = /^\{([0-9]+),([0-9]+)\}/.exec(repeat) ?? [];
  return Number(high) < Number(low);
}

function perlSyntax(fragment: string): string {
  if (fragment.startsWith('(?>')) return `has the atomic group "${fragment}", which RE2 does not have`;
  return `uses "${fragment}", which is not part of RE2`;
}
