import { closest } from '@packwright/values';
import type { z } from 'zod';
import type { ProblemCode } from '../problem.ts';
import { quote } from '../quote.ts';
import { advice, noun, typeOf } from './type-words.ts';

/** What is wrong with a value, in words. */
export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

type Issue = z.core.$ZodIssue;

const MOST_LISTED = 8;

/** Words for what the schema finds wrong with one value; `name` is how an author would call its place. */
export function faultOf(issue: Issue, name: string, value: unknown): Fault {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return fault('field_missing', `${name} is missing`, `add ${name}`);
      return fault(
        'field_type',
        `${name} is ${typeOf(value)}, not ${noun(issue.expected)}`,
        advice(issue.expected, value),
      );
    case 'invalid_value':
      if (value === undefined) return fault('field_missing', `${name} is missing`, choice(issue.values));
      return fault('value_unlisted', `${name} is ${typeOf(value)}`, meant(value, issue.values));
    case 'too_small':
      if (Array.isArray(value)) return fault('list_empty', `${name} is empty`, 'add an entry');
      if (typeof value === 'string') return fault('text_form', `${name} is empty`, 'write its text');
      return outOfRange(name, `${value}, below ${issue.minimum}`, `at least ${issue.minimum}`);
    case 'too_big':
      if (!Array.isArray(value))
        return outOfRange(name, `above ${issue.maximum}`, `at most ${issue.maximum}`);
      return fault('list_too_long', `${name} has ${value.length} entries`, `keep at most ${issue.maximum}`);
    case 'invalid_format':
      return fault('text_form', `${name} is ${typeOf(value)}`, `write ${issue.message}`);
    default:
      return fault('field_type', `${name} is ${typeOf(value)}`, 'see the reference for its values');
  }
}

/** Words for a text that is no identifier (specs/evershell 3.2). */
export function identifierFault(name: string): Fault {
  if (name.startsWith('_')) {
    const hint = 'begin with a letter; a leading "_" is reserved to the platform';
    return fault('name_reserved', `${quote(name)} begins with "_"`, hint);
  }
  const message = name.length > 64 ? `a name of ${name.length} characters` : `${quote(name)} is not a name`;
  return fault('name_form', message, 'write 1 to 64 letters, digits, "_" or "-", a letter first');
}

/** Words for a key that the schema does not know; `known` are those that are not there yet. */
export function unknownKeyFault(key: string, known: readonly string[]): Fault {
  const near = closest(key, known);
  const hint = near ? `did you mean \`${near}\`?` : 'remove it; nothing reads it';
  return fault('unknown_field', `${quote(key)} is not a field here`, hint);
}

function outOfRange(name: string, how: string, limit: string): Fault {
  return fault('field_range', `${name} is ${how}`, `write ${limit}`);
}

function meant(value: unknown, values: readonly unknown[]): string {
  const words = values.map(String);
  const near = typeof value === 'string' ? closest(value, words) : undefined;
  return near ? `did you mean "${near}"?` : choice(words);
}

function choice(values: readonly unknown[]): string {
  if (values.length === 1) return `write "${String(values[0])}", the only value`;
  return `write one of: ${values.slice(0, MOST_LISTED).join(', ')}`;
}

function fault(code: ProblemCode, message: string, hint: string): Fault {
  return { code, message, hint };
}
