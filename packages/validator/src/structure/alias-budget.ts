/** Thrown when a document's aliases multiply its content beyond reason; the document is refused. */
export class ExcessiveAliasing extends Error {
  readonly code = 'excessive_aliasing';
}

/**
 * The guard of the reference's YAML library against alias bombs (specs/emisar 12): refuse when more than 100 steps
 * came from aliases, more than 1,000 were made in all, and aliased/total exceeds 0.99 up to 400,000 steps, falling
 * linearly to 0.10 at 4,000,000.
 */
export class AliasBudget {
  #steps = 0;
  #aliased = 0;
  #depth = 0;

  enter(): void {
    this.#depth++;
  }

  leave(): void {
    this.#depth--;
  }

  /** How many steps were made. */
  get steps(): number {
    return this.#steps;
  }

  /** Counts steps; what exceeds the budget after the first of several exceeds it after the last. */
  step(count = 1): void {
    this.#steps += count;
    if (this.#depth === 0) return;
    this.#aliased += count;
    if (
      this.#aliased > 100 &&
      this.#steps > 1_000 &&
      this.#aliased / this.#steps > allowedRatio(this.#steps)
    ) {
      throw new ExcessiveAliasing('aliases repeat the same content too often');
    }
  }
}

function allowedRatio(steps: number): number {
  if (steps <= 400_000) return 0.99;
  if (steps >= 4_000_000) return 0.1;
  return 0.99 - 0.89 * ((steps - 400_000) / 3_600_000);
}
