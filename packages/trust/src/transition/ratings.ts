import { closest } from '@packwright/values';
import type { TrustProblem } from '../trust-problem.ts';
import type { TrustRequest } from './decide.ts';

/** What is wrong with ratings: every unrated action needs one, and nothing else takes one. */
export function checkRatings({ unrated, ratings }: TrustRequest): TrustProblem | undefined {
  const stray = Object.keys(ratings).find((action) => !unrated.includes(action));
  if (stray !== undefined) {
    const meant = closest(stray, unrated);
    return {
      code: 'rating_unknown',
      message: `"${stray}" is no unrated action of this pack`,
      hint:
        meant === undefined
          ? 'only actions without a risk of their own are rated'
          : `did you mean "${meant}"?`,
    };
  }
  const missing = unrated.filter((action) => ratings[action] === undefined);
  if (missing.length === 0) return undefined;
  return {
    code: 'rating_missing',
    message: `${missing.length === 1 ? 'an action has' : `${missing.length} actions have`} no rating: ${missing.join(', ')}`,
    hint: 'rate each as low, medium, high or critical with `--rate ACTION=RISK,...`; it is kept with these bytes',
  };
}
