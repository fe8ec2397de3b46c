import { closest } from '@packwright/values';
import { atValue, type Finding, replaceValue } from '../structure/finding.ts';
import { type PlacedFault, wordsOf } from './word-places.ts';

/** What an unexpected value is, and the word that was most likely meant. */
export function wordFinding(fault: PlacedFault, consequence: string): Finding {
  const { document, path, value } = fault;
  const words = wordsOf(fault);
  const name = `\`${String(path.at(-1))}\``;
  const written = typeof value === 'string' ? JSON.stringify(value) : 'not one of its words';
  if (words.length === 0) {
    const { hint, message } = otherThanExpected(fault, name);
    return atValue(document, path, { message: `${message}${consequence}`, ...(hint ? { hint } : {}) });
  }
  const meant = typeof value === 'string' ? closest(value.toLowerCase(), words) : undefined;
  return atValue(document, path, {
    message: `${name} ${typeof value === 'string' ? `${written} is not one of its words` : `is ${written}`}${consequence}`,
    hint: meant ? `did you mean "${meant}"?` : `write one of: ${words.join(', ')}`,
    ...(meant ? { fix: replaceValue(document, path, meant, `replace with ${meant}`) } : {}),
  });
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  record: 'a mapping',
  object: 'a mapping',
};

function otherThanExpected({ issues, path, expected, value }: PlacedFault, name: string) {
  const [issue] = issues;
  const type = (expected._zod as unknown as { def: { type: string } }).def.type;
  const noun = NOUNS[type];
  const inside = (issue?.path ?? []).map(String);
  if (inside.length > 0 || noun === undefined) {
    const where = [...path.slice(-1), ...inside].join('.');
    return { message: `\`${where}\` is not what the loader reads there`, hint: issue?.message };
  }
  const isType = (type === 'record' || type === 'object') && typeof value === 'object';
  return {
    message: isType ? `${name} does not fit` : `${name} is not ${noun}`,
    hint: issue?.code === 'too_small' || issue?.code === 'too_big' ? issue.message : `write ${noun}`,
  };
}
