import type { Diagnostic } from './diagnostic.ts';

/** Of one kind of problem no more are listed. */
export const MOST = 1_000;
const LONGEST_TEXT = 1_000;

/**
 * One diagnostic for each of the first thousand things that are wrong in one way, and one that says when there are
 * more: a file that repeats a mistake without end must not fill the memory, nor anybody's screen.
 */
export function limited<T>(wrong: Iterable<T>, toDiagnostic: (wrong: T) => Diagnostic): Diagnostic[] {
  const kept: Diagnostic[] = [];
  for (const one of wrong) {
    const diagnostic = toDiagnostic(one);
    if (kept.length === MOST) {
      const { code, severity, file, span } = diagnostic;
      const message = `there is more of this than the ${MOST} places that are listed`;
      kept.push({ code, severity, file, span, message, hint: 'mend those, then look again' });
      break;
    }
    kept.push(readable(diagnostic));
  }
  return kept;
}

/** As many things as are wanted, by default those that are listed and one more; the others are never looked for. */
export function firstOf<T>(things: Iterable<T>, wanted = MOST + 1): T[] {
  const first: T[] = [];
  for (const one of things) if (first.push(one) === wanted) break;
  return first;
}

/** Nobody reads a quotation of megabytes. */
function readable(diagnostic: Diagnostic): Diagnostic {
  const { message, hint } = diagnostic;
  if (message.length <= LONGEST_TEXT && (hint?.length ?? 0) <= LONGEST_TEXT) return diagnostic;
  return {
    ...diagnostic,
    message: shortened(message),
    ...(hint === undefined ? {} : { hint: shortened(hint) }),
  };
}

function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  // Half of a surrogate pair is no character.
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
