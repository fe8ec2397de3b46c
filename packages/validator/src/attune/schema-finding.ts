import { atKey, atPart, type Finding, replaceKey, replaceValue } from '../structure/finding.ts';
import type { PlacedProblem } from './schemas.ts';

/** What a problem of a schema is, in the words of the dialect. */
export function schemaFinding({ document, problem, at }: PlacedProblem): Finding {
  const { message, hint, replacement, part } = problem;
  const isKey = problem.at === 'key';
  const replace = isKey ? replaceKey : replaceValue;
  const words = {
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(replacement === undefined
      ? {}
      : { fix: replace(document, at, replacement, `replace with ${replacement}`) }),
  };
  return isKey ? atKey(document, at, words) : atPart(document, at, part, words);
}
