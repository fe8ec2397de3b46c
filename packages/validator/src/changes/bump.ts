import type { Change } from './change.ts';

/** How much of a version number moves. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/**
 * How far changes move the version. Major: a call that was taken may be refused. Minor: something is possible that was
 * not, or may be. Patch: neither, but other bytes.
 */
export function bumpOf(changes: readonly Change[], isSameDigest: boolean): Bump {
  const meanings = new Set(changes.map(({ meaning }) => meaning));
  if (meanings.has('narrower')) return 'major';
  if (meanings.has('wider') || meanings.has('unknown')) return 'minor';
  return isSameDigest && changes.length === 0 ? 'none' : 'patch';
}

const NUMBERS = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/;
const ORDER: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** How far the version moved; nothing for versions that are no dotted numbers, or for one that went back. */
export function bumpBetween(before: string, after: string): Bump | undefined {
  const [old, fresh] = [NUMBERS.exec(before), NUMBERS.exec(after)];
  if (!old || !fresh) return undefined;
  for (const [at, bump] of (['major', 'minor', 'patch'] as const).entries()) {
    const step = Number(fresh[at + 1] ?? 0) - Number(old[at + 1] ?? 0);
    if (step !== 0) return step > 0 ? bump : undefined;
  }
  return 'none';
}

/** Whether a version moved at least as far as its changes. */
export const isEnough = (moved: Bump, deserved: Bump): boolean =>
  ORDER.indexOf(moved) >= ORDER.indexOf(deserved);
