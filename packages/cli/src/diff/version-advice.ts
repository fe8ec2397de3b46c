import { type Bump, bumpBetween, isEnough } from '@packwright/validator';

/** What the changes make of the version, and whether the author's version does them justice. */
export interface VersionAdvice {
  readonly deserved: Bump;
  /** Null where the versions are no dotted numbers, or the new one is older. */
  readonly moved: Bump | null;
  readonly isEnough: boolean;
}

export function adviseOn(before: string | null, after: string | null, deserved: Bump): VersionAdvice {
  const moved = bumpBetween(before ?? '', after ?? '') ?? null;
  return { deserved, moved, isEnough: moved !== null && isEnough(moved, deserved) };
}

/** The advice in one line. */
export function adviceText(before: string | null, after: string | null, advice: VersionAdvice): string {
  const { deserved, moved, isEnough: enough } = advice;
  if (deserved === 'none') return 'nothing differs';
  const deserves = `the changes deserve a ${deserved} version`;
  if (moved === null) return `${deserves}; ${after} cannot be compared with ${before}`;
  if (moved === 'none') return `${deserves}, and it still says ${after}`;
  return enough
    ? `${deserves}, and ${after} is ${moved === deserved ? 'one' : 'more'}`
    : `${deserves}, and ${after} is only a ${moved} one`;
}
