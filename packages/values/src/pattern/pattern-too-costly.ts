/** A search that would take too long: the pattern is very large and the value very long. */
export class PatternTooCostly extends Error {
  override readonly name = 'PatternTooCostly';
}
