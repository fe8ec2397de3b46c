import { readCommonSyntax } from './pattern/common-syntax.ts';
import { includes } from './pattern/inclusion.ts';

/**
 * How the texts that one pattern matches relate to those of another: `different` where each matches some that the
 * other does not.
 */
export type PatternRelation = 'equal' | 'wider' | 'narrower' | 'different' | 'unknown';

/** Larger patterns are not compared. */
const MAX_SIZE = 2_000;

/**
 * What becomes of the matched texts when `after` takes the place of `before`. Exact, or `unknown`: for patterns with
 * flags, word boundaries or Unicode classes, and where an answer would take too long. Both search anywhere in a text.
 */
export function comparePatterns(before: string, after: string): PatternRelation {
  if (before === after) return 'equal';
  const [old, fresh] = [nodeOf(before), nodeOf(after)];
  if (!old || !fresh) return 'unknown';
  const keepsAll = includes(fresh, old);
  const addsNone = includes(old, fresh);
  if (keepsAll === undefined || addsNone === undefined) {
    return 'unknown';
  }
  if (keepsAll) return addsNone ? 'equal' : 'wider';
  return addsNone ? 'narrower' : 'different';
}

function nodeOf(text: string) {
  const common = readCommonSyntax(text);
  return common && common.size <= MAX_SIZE ? common.node : undefined;
}
