/** A compiled pattern: whether a whole name matches it. */
export type PathMatch = (name: string) => boolean;

type Piece =
  | { readonly kind: 'star' }
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean };

/**
 * Compiles a pattern as Go's `path.Match` reads it (spec 7.2): `*` is any run without `/`, `?` one character but `/`,
 * `[a-z]` and `[^a-z]` a class, `\` an escape; letters keep their case. Undefined for a malformed pattern, which Go
 * may notice only when a name leads it there.
 */
export function compilePathMatch(pattern: string): PathMatch | undefined {
  const pieces = piecesOf(Array.from(pattern));
  return pieces && ((name) => matches(pieces, Array.from(name)));
}

function piecesOf(pattern: readonly string[]): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at] as string;
    if (character === '*') {
      pieces.push({ kind: 'star' });
      at++;
    } else if (character === '?') {
      pieces.push({ kind: 'one', accepts: (other) => other !== '/' });
      at++;
    } else if (character === '[') {
      const found = readClass(pattern, at + 1);
      if (!found) return undefined;
      pieces.push({ kind: 'one', accepts: found.accepts });
      at = found.end;
    } else {
      const isEscape = character === '\\';
      const literal = pattern[isEscape ? at + 1 : at];
      if (literal === undefined) return undefined;
      pieces.push({ kind: 'one', accepts: (other) => other === literal });
      at += isEscape ? 2 : 1;
    }
  }
  return pieces;
}

interface CharacterClass {
  readonly accepts: (character: string) => boolean;
  readonly end: number;
}

function readClass(pattern: readonly string[], start: number): CharacterClass | undefined {
  const isNegated = pattern[start] === '^';
  const ranges: (readonly [number, number])[] = [];
  let at = isNegated ? start + 1 : start;
  while (ranges.length === 0 || pattern[at] !== ']') {
    const low = readMember(pattern, at);
    if (!low) return undefined;
    const high = pattern[low.end] === '-' ? readMember(pattern, low.end + 1) : low;
    if (!high) return undefined;
    ranges.push([low.code, high.code]);
    at = high.end;
  }
  const isInside = (code: number) => ranges.some(([low, high]) => low <= code && code <= high);
  const accepts = (character: string) => isInside(character.codePointAt(0) ?? 0) !== isNegated;
  return { accepts, end: at + 1 };
}

function readMember(
  pattern: readonly string[],
  at: number,
): { readonly code: number; readonly end: number } | undefined {
  const character = pattern[at];
  if (character === undefined || character === '-' || character === ']') return undefined;
  const isEscape = character === '\\';
  const code = pattern[isEscape ? at + 1 : at]?.codePointAt(0);
  return code === undefined ? undefined : { code, end: at + (isEscape ? 2 : 1) };
}

/** Goes back to the last star only, which is enough for globs and keeps the time within pattern times name. */
function matches(pieces: readonly Piece[], name: readonly string[]): boolean {
  let piece = 0;
  let at = 0;
  let star: { piece: number; at: number } | undefined;
  while (at < name.length || piece < pieces.length) {
    const next = pieces[piece];
    if (next?.kind === 'star') {
      star = { piece, at };
      piece++;
      continue;
    }
    if (next && at < name.length && next.accepts(name[at] as string)) {
      piece++;
      at++;
      continue;
    }
    if (!star || star.at >= name.length || name[star.at] === '/') return false;
    star.at++;
    piece = star.piece + 1;
    at = star.at;
  }
  return true;
}
