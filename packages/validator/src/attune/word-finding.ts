import { closest } from '@packwright/values';
import { atKey, atValue, type Finding, replaceValue } from '../structure/finding.ts';
import { issueWords } from './issue-words.ts';
import { issuesOf, type PlacedFault, wordsOf } from './word-places.ts';

/** What an unexpected value is, and the word that was most likely meant. */
export function wordFinding(fault: PlacedFault, consequence: string): Finding {
  const { document, path, value } = fault;
  const words = wordsOf(fault);
  const name = `\`${String(path.at(-1))}\``;
  const written = typeof value === 'string' ? JSON.stringify(value) : 'not one of its words';
  if (words.length === 0) return otherFinding(fault, consequence);
  const meant = typeof value === 'string' ? closest(value.toLowerCase(), words) : undefined;
  return atValue(document, path, {
    message: `${name} ${typeof value === 'string' ? `${written} is not one of its words` : `is ${written}`}${consequence}`,
    hint: meant ? `did you mean "${meant}"?` : `write one of: ${words.join(', ')}`,
    ...(meant ? { fix: replaceValue(document, path, meant, `replace with ${meant}`) } : {}),
  });
}

function otherFinding(fault: PlacedFault, consequence: string): Finding {
  const { document, path, value } = fault;
  const [issue] = issuesOf(fault);
  if (!issue)
    return atValue(document, path, { message: `\`${String(path.at(-1))}\` does not fit${consequence}` });
  const { path: at, isMissing, message, hint } = issueWords(path, value, issue);
  const words = { message: `${message}${consequence}`, ...(hint === undefined ? {} : { hint }) };
  return (isMissing ? atKey : atValue)(document, at, words);
}
