import { closest } from '@packwright/values';

/** Every function that each expression may call, as Attune groups them. */
export const FUNCTION_NAMES = [
  'string',
  'number',
  'int',
  'bool',
  'type_of',
  'length',
  'keys',
  'values',
  'abs',
  'floor',
  'ceil',
  'round',
  'min',
  'max',
  'sum',
  'lower',
  'upper',
  'trim',
  'split',
  'join',
  'replace',
  'starts_with',
  'ends_with',
  'match',
  'contains',
  'reversed',
  'sort',
  'unique',
  'flat',
  'zip',
  'range',
  'slice',
  'index_of',
  'count',
  'merge',
  'chunks',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];

const KNOWN: ReadonlySet<string> = new Set(FUNCTION_NAMES);

export const isFunction = (name: string): name is FunctionName => KNOWN.has(name);

/** The function that the author most likely meant, among these and `further` ones. */
export const closestFunction = (name: string, further: Iterable<string> = []): string | undefined =>
  closest(name, [...FUNCTION_NAMES, ...further]);
