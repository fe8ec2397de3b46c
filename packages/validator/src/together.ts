import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { ClaimedName, ForeignReference, OpenedPack } from './format.ts';

/** A pack among others; `path` tells people which one is meant. */
export interface PackAmongOthers {
  readonly path: string;
  readonly opened: OpenedPack;
}

/**
 * What is wrong only because these packs are loaded together: names that two of them claim, and names of one that
 * another does not have.
 * Answers one list per pack, in the order given; the earlier claim stands, the later one is the error.
 */
export function checkTogether(packs: readonly PackAmongOthers[]): readonly (readonly Diagnostic[])[] {
  const first = new Map<string, FirstClaim>();
  const all = new Set(packs.flatMap(({ opened }) => opened.names.map((name) => keyOf(opened, name))));
  return packs.map(({ path, opened }) => {
    const diagnostics: Diagnostic[] = [];
    for (const claim of opened.names) {
      if (claim.code === undefined) continue;
      const key = keyOf(opened, claim);
      const earlier = first.get(key);
      if (!earlier) first.set(key, { path, claim });
      else if (earlier.path !== path) diagnostics.push(secondClaim(claim, claim.code, earlier));
    }
    for (const reference of opened.references) {
      if (all.has(keyOf(opened, reference)) || !all.has(keyOf(opened, reference.owner))) continue;
      diagnostics.push(missingTarget(reference));
    }
    return diagnostics;
  });
}

interface FirstClaim {
  readonly path: string;
  readonly claim: ClaimedName;
}

function keyOf({ format }: OpenedPack, { what, name }: Pick<ClaimedName, 'what' | 'name'>): string {
  return `${format}\0${what}\0${name}`;
}

function secondClaim(claim: ClaimedName, code: string, { path, claim: earlier }: FirstClaim): Diagnostic {
  return {
    code,
    severity: 'error',
    ...claim.at,
    message: `the ${claim.what} "${claim.name}" is taken by ${path}/${earlier.at.file}`,
    hint: 'rename one of the two, or load the packs separately',
  };
}

function missingTarget({ what, name, owner, at, code }: ForeignReference): Diagnostic {
  return {
    code,
    severity: 'warning',
    ...at,
    message: `the pack "${owner.name}" has no ${what} "${name}"`,
    hint: 'look for its name in that pack',
  };
}
