import type { z } from 'zod';
import type { Path } from '../structure/locator.ts';
import { quote } from '../structure/wording.ts';

/** What is wrong in a place where the loader takes anything, and where in the document. */
export interface IssueWords {
  readonly path: Path;
  /** Whether something is not there, so that the key around it is marked. */
  readonly isMissing: boolean;
  readonly message: string;
  readonly hint?: string;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  record: 'a mapping',
  object: 'a mapping',
};

/** An issue of Zod about a value that stands at a path, in our words. */
export function issueWords(path: Path, value: unknown, issue: z.core.$ZodIssue): IssueWords {
  const at = [...path, ...issue.path];
  const name = (some: Path) => `\`${some.slice(lastName(path)).map(String).join('.')}\``;
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) {
    const key = String(at.at(-1));
    const whole = at.slice(0, -1);
    return {
      path: whole,
      isMissing: true,
      message: `${name(whole)} has no ${quote(key)}`,
      hint: `add ${key}`,
    };
  }
  const about = (message: string, hint?: string): IssueWords => ({
    path: at,
    isMissing: false,
    message: `${name(at)} ${message}`,
    ...(hint === undefined ? {} : { hint }),
  });
  switch (issue.code) {
    case 'invalid_type': {
      const noun = NOUNS[issue.expected];
      return noun === undefined ? about('is of another type') : about(`is not ${noun}`, `write ${noun}`);
    }
    case 'invalid_value':
      return about('is not one of its words', `write one of: ${issue.values.map(String).join(', ')}`);
    case 'too_small':
      return typeof valueAt(value, issue.path) === 'number'
        ? about('is too small', `write ${issue.minimum} or more`)
        : about('is empty', 'fill it in, or remove the key');
    case 'too_big':
      return about('is too large', `write ${issue.maximum} or less`);
    case 'not_multiple_of':
      return about('is not a whole number', 'write a whole number');
    case 'unrecognized_keys':
      return about(`has the unknown key ${quote(issue.keys[0] ?? '')}`, 'remove it');
    default:
      return about('is not what the loader reads there');
  }
}

/** Where the last name of a path is: from there on it is told. */
const lastName = (path: Path): number =>
  Math.max(
    path.findLastIndex((step) => typeof step === 'string'),
    0,
  );

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
