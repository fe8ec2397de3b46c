import { compareDecimals, type ExactJson, ExactNumber } from '@packwright/values';
import { quote } from '../arguments/quote.ts';
import { children } from './json-parts.ts';
import type { OutputSchemaProblem, SchemaPath } from './problem.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const BANNED: ReadonlyMap<string, string> = new Map([
  ['$id', 'references name `$defs` entries'],
  ['$anchor', 'references name `$defs` entries'],
  ['$dynamicAnchor', 'references name `$defs` entries'],
  ['$dynamicRef', 'use `$ref` with a `$defs` entry'],
  ['$recursiveRef', 'use `$ref` with a `$defs` entry'],
  ['$vocabulary', 'remove it'],
  ['definitions', 'use `$defs`'],
  ['contentEncoding', 'remove it'],
  ['contentMediaType', 'remove it'],
  ['contentSchema', 'remove it'],
]);
const REFERENCE = /^#\/\$defs\/[A-Za-z0-9._-]+$/;
const MAX_LITERAL_LENGTH = 64;

/**
 * Checks keys and numbers wherever they stand. The loader does not tell a keyword from a property of that name,
 * so a property called `definitions` is refused as well.
 */
export function* checkKeywords(value: ExactJson, path: SchemaPath = []): Generator<OutputSchemaProblem> {
  if (value instanceof ExactNumber) yield* checkNumber(value, path);
  for (const [key, child] of children(value)) {
    const childPath = [...path, key];
    if (typeof key === 'string') yield* checkKey(key, child, childPath);
    yield* checkKeywords(child, childPath);
  }
}

function* checkKey(key: string, value: ExactJson, path: SchemaPath): Generator<OutputSchemaProblem> {
  const remedy = BANNED.get(key);
  if (remedy !== undefined) {
    yield {
      kind: 'keyword',
      path,
      at: 'key',
      message: `\`${key}\` is not allowed in an output schema`,
      hint: remedy,
    };
  } else if (key === '$schema' && (path.length > 1 || value !== DIALECT)) {
    const message =
      path.length > 1 ? '`$schema` is only allowed at the root' : 'the dialect is not draft 2020-12';
    yield { kind: 'dialect', path, at: path.length > 1 ? 'key' : 'value', message, hint: `use "${DIALECT}"` };
  } else if (key === '$ref' && !(typeof value === 'string' && REFERENCE.test(value))) {
    const shown = typeof value === 'string' ? quote(value) : 'the reference';
    const message = `${shown} does not name an entry of \`$defs\``;
    yield { kind: 'reference', path, at: 'value', message, hint: 'write it as "#/$defs/name"' };
  } else if (key === 'multipleOf' && !(value instanceof ExactNumber && /^[1-9][0-9]*$/.test(value.literal))) {
    const message = '`multipleOf` is not a positive whole number';
    yield { kind: 'number', path, at: 'value', message, hint: 'use a whole number from 1 up' };
  }
}

function* checkNumber({ literal }: ExactNumber, path: SchemaPath): Generator<OutputSchemaProblem> {
  const exponent = /e[+-]?([0-9]+)$/i.exec(literal)?.[1] ?? '';
  const value = Number(literal);
  const isExact =
    literal.length <= MAX_LITERAL_LENGTH &&
    exponent.length <= 3 &&
    Number.isFinite(value) &&
    compareDecimals(new ExactNumber(literal), value) === 0;
  if (isExact) return;
  const message = `${quote(literal).slice(1, -1)} is not exact as a 64-bit float`;
  yield { kind: 'number', path, at: 'value', message, hint: `the nearest exact number is ${value}` };
}
