import { type InputSize, unitsOf, type Work } from './work.ts';

/** What one expression may cost (specs/evershell 3.8). */
const MOST_UNITS = 10_000;
const NOTHING: InputSize = { values: 0, characters: 0 };

// One meter is enough: evaluations are synchronous and never nest.
let spent = 0;
let size = NOTHING;

/**
 * Runs one evaluation, and throws when it costs too much. Operators such as `||` drop errors of their operands, so an
 * empty meter counts also when the evaluation itself has a result.
 */
export function metered<Result>(input: InputSize, work: Work, evaluate: () => Result): Result {
  spent = 0;
  size = input;
  chargeFor(work);
  const result = evaluate();
  charge(0);
  return result;
}

/** Takes units from the running evaluation. */
export function charge(units: number): void {
  spent += units;
  if (spent > MOST_UNITS) throw new Error(`costs more than ${MOST_UNITS} units`);
}

/** Takes the units for some work on the input of the running evaluation. */
export function chargeFor(work: Work): void {
  charge(unitsOf(work, size));
}
