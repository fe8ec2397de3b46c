import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { ClaimedName, OpenedPack } from './format.ts';

/** A pack among others; `path` tells people which one is meant. */
export interface PackAmongOthers {
  readonly path: string;
  readonly opened: OpenedPack;
}

/**
 * What is wrong only because these packs are loaded together: names that two of them claim.
 * Answers one list per pack, in the order given; the earlier claim stands, the later one is the error.
 */
export function checkTogether(packs: readonly PackAmongOthers[]): readonly (readonly Diagnostic[])[] {
  const first = new Map<string, { path: string; claim: ClaimedName }>();
  return packs.map(({ path, opened }) => {
    const diagnostics: Diagnostic[] = [];
    for (const claim of opened.names) {
      const key = `${opened.format}\0${claim.what}\0${claim.name}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, { path, claim });
      else if (earlier.path !== path) diagnostics.push(secondClaim(claim, earlier.path, earlier.claim));
    }
    return diagnostics;
  });
}

function secondClaim(claim: ClaimedName, path: string, earlier: ClaimedName): Diagnostic {
  return {
    code: claim.code,
    severity: 'error',
    ...claim.at,
    message: `the ${claim.what} "${claim.name}" is taken by ${path}/${earlier.at.file}`,
    hint: 'rename one of the two, or load the packs separately',
  };
}
