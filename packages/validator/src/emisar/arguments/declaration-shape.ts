import { type ArgumentDeclaration, PATH_LISTS } from './declaration.ts';

type Claim = (value: unknown) => boolean;

const isText: Claim = (value) => typeof value === 'string';
const isFlag: Claim = (value) => typeof value === 'boolean';
const isNumber: Claim = (value) => typeof value === 'number' || typeof value === 'bigint';
const isWhole: Claim = (value) => typeof value === 'bigint' || Number.isInteger(value);
const isTexts: Claim = (value) => Array.isArray(value) && value.every(isText);

const DECLARATION: readonly (readonly [key: string, claim: Claim, expected: string])[] = [
  ['name', isText, 'a text'],
  ['type', isText, 'a text'],
  ['required', isFlag, 'true or false'],
  ['sensitive', isFlag, 'true or false'],
  ['description', isText, 'a text'],
  ['validation', isRecord, 'a mapping'],
];
const VALIDATION: typeof DECLARATION = [
  ['enum', Array.isArray, 'a list'],
  ['allowed', Array.isArray, 'a list'],
  ['pattern', isText, 'a text'],
  ['min', isNumber, 'a number'],
  ['max', isNumber, 'a number'],
  ['max_length', isWhole, 'a whole number'],
  ['max_items', isWhole, 'a whole number'],
  ['min_duration', isText, 'a text'],
  ['max_duration', isText, 'a text'],
  ...PATH_LISTS.map((list) => [list, isTexts, 'a list of texts'] as const),
];

/** A key whose value is of another kind than its meaning needs. */
export interface ShapeFault {
  readonly path: readonly string[];
  readonly expected: string;
}

/** What makes a value unfit to be read as a declaration at all; the loader's decoder refuses the same. */
export function* shapeFaults(declaration: unknown): Generator<ShapeFault> {
  if (!isRecord(declaration)) {
    yield { path: [], expected: 'a mapping' };
    return;
  }
  for (const [key, claim, expected] of DECLARATION) {
    if (isWrong(declaration[key], claim)) yield { path: [key], expected };
  }
  const { validation } = declaration as unknown as ArgumentDeclaration;
  if (!isRecord(validation)) return;
  for (const [key, claim, expected] of VALIDATION) {
    if (isWrong(validation[key], claim)) yield { path: ['validation', key], expected };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isWrong = (value: unknown, claim: Claim): boolean =>
  value !== undefined && value !== null && !claim(value);
