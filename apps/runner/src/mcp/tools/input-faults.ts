import { closest } from '@packwright/values';
import type { z } from 'zod';
import { oneLine } from './one-line.ts';

/** What a tool takes: its arguments by name, as the JSON Schemas that clients see. */
export interface ToolInput {
  readonly name: string;
  readonly takes: Readonly<Record<string, ArgumentSchema>>;
}

/** The keywords that the schemas of our arguments use. */
interface ArgumentSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What is wrong, and what to do about it. */
interface Fault {
  readonly error: string;
  readonly hint: string;
}

/** Whoever gets more wrong than this reads the schema. */
const MOST_FAULTS = 5;
const LONGEST_SHOWN = 60;

/** Says what a schema has against the arguments of a tool: which one, what is wrong with it, and what it takes. */
export function inputFaults(
  tool: ToolInput,
  given: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): Fault {
  const faults = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownArgument(key, tool, given))
      : [wrongArgument(String(issue.path[0]), tool, given)],
  );
  const more = faults.length - MOST_FAULTS;
  const shown = faults.slice(0, MOST_FAULTS);
  return {
    error: [...shown.map(({ error }) => error), ...(more > 0 ? [`and ${more} more`] : [])].join('; '),
    hint: [...new Set(shown.map(({ hint }) => hint))].join('; '),
  };
}

function unknownArgument(key: string, { name, takes }: ToolInput, given: object): Fault {
  const names = Object.keys(takes);
  const meant = closest(
    key,
    names.filter((each) => !Object.hasOwn(given, each)),
  );
  const all = names.length === 0 ? 'no arguments' : names.join(', ');
  return {
    error: `there is no argument ${shownText(key)}`,
    hint: meant === undefined ? `${name} takes ${all}` : `write "${meant}" for ${shownText(key)}`,
  };
}

function wrongArgument(name: string, { takes }: ToolInput, given: Readonly<Record<string, unknown>>): Fault {
  const value = given[name];
  const schema = takes[name] ?? {};
  const meant = typeof value === 'string' && schema.enum ? closest(value, schema.enum) : undefined;
  return {
    error: value === undefined ? `"${name}" is missing` : `"${name}" is ${shownValue(value)}`,
    hint: meant === undefined ? `"${name}" takes ${accepted(schema)}` : `did you mean "${meant}"?`,
  };
}

function shownValue(value: unknown): string {
  if (value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? shownText(value) : String(value);
}

const shownText = (text: string): string =>
  text.length > LONGEST_SHOWN ? `a text of ${text.length} characters` : `"${oneLine(text)}"`;

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

function accepted(schema: ArgumentSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  const noun = NOUNS[schema.type ?? ''] ?? 'a value';
  if (schema.minimum !== undefined && schema.maximum !== undefined)
    return `${noun} from ${schema.minimum} to ${schema.maximum}`;
  if (schema.maxLength === undefined) return noun;
  return `${noun} of ${schema.minLength === undefined ? 'at most' : `${schema.minLength} to`} ${schema.maxLength} characters`;
}
