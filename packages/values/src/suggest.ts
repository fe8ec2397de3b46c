const LONGEST_WORTH_A_GUESS = 64;
const MOST_TO_CHOOSE_FROM = 1_000;

/**
 * The candidate that the author most likely meant: the nearest by insertions, deletions, replacements and swaps.
 * Letter case and `-` against `_` count for nothing. Nothing is returned when no candidate is near, or when there are
 * more than a thousand; of equally near ones the first wins.
 */
export function closest(value: string, choices: Iterable<string>): string | undefined {
  if (value.length === 0 || value.length > LONGEST_WORTH_A_GUESS) return undefined;
  const candidates = Array.isArray(choices) ? choices : atMost(MOST_TO_CHOOSE_FROM + 1, choices);
  if (candidates.length > MOST_TO_CHOOSE_FROM) return undefined;
  const wanted = normalised(value);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const offered = normalised(candidate);
    const allowed = Math.floor((Math.max(wanted.length, offered.length) + 1) / 3);
    if (Math.abs(offered.length - wanted.length) > allowed) continue;
    const found = distance(wanted, offered);
    if (found > allowed || found >= bestDistance) continue;
    best = candidate;
    bestDistance = found;
  }
  return best;
}

/** Whether no more than one slip of the hand lies between two words, so that one is certainly meant by the other. */
export const isSlipOf = (value: string, meant: string): boolean =>
  value.length <= LONGEST_WORTH_A_GUESS && distance(normalised(value), normalised(meant)) <= 1;

function atMost(count: number, choices: Iterable<string>): string[] {
  const taken: string[] = [];
  for (const choice of choices) if (taken.push(choice) === count) break;
  return taken;
}

function normalised(text: string): string {
  return text.toLowerCase().replaceAll('_', '-');
}

/** Optimal string alignment: edit distance in which a swap of two neighbours counts one. */
function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] as number;
}
