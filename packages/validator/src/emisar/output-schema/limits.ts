import { type ExactJson, ExactNumber, utf8Length, writeExactJson } from '@packwright/values';
import type { OutputSchemaProblem, SchemaPath } from './problem.ts';
import { escapedForGo } from './to-json.ts';

const MAX_BYTES = 8192;
const MAX_DEPTH = 16;
const MAX_VALUES = 512;

/** What makes a schema too big. A schema that is too deep is measured no further. */
export function* checkLimits(schema: ExactJson): Generator<OutputSchemaProblem> {
  const measured = measure(schema);
  if (measured.tooDeep) {
    const message = `the schema nests deeper than ${MAX_DEPTH} levels`;
    yield { kind: 'too-deep', path: measured.tooDeep, at: 'value', message, hint: 'move parts to `$defs`' };
    return;
  }
  if (measured.values > MAX_VALUES) {
    const message = `the schema holds ${measured.values} values, more than the ${MAX_VALUES} allowed`;
    yield { kind: 'too-many-values', path: [], at: 'value', message };
  }
  const bytes = utf8Length(escapedForGo(writeExactJson(schema)));
  if (bytes > MAX_BYTES) {
    const message = `the schema takes ${bytes} bytes as JSON, more than the ${MAX_BYTES} allowed`;
    yield { kind: 'too-large', path: [], at: 'value', message };
  }
}

/** Counts without recursion, since the depth is what is not known yet. */
function measure(schema: ExactJson): { readonly values: number; readonly tooDeep: SchemaPath | undefined } {
  let values = 0;
  let level: readonly (readonly [SchemaPath, ExactJson])[] = [[[], schema]];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return { values, tooDeep: level[0]?.[0] };
    values += level.length;
    level = level.flatMap(([path, value]) =>
      children(value).map(([key, child]) => [[...path, key], child] as const),
    );
  }
  return { values, tooDeep: undefined };
}

/** The members of an object or the items of an array. */
export function children(value: ExactJson): readonly (readonly [key: string | number, child: ExactJson])[] {
  if (value instanceof Map) return [...value];
  return isList(value) ? [...value.entries()] : [];
}

export function isList(value: ExactJson): value is readonly ExactJson[] {
  return Array.isArray(value);
}

/** The value of a number that survives as a 64-bit float; nothing for anything else. */
export function numberOf(value: ExactJson): number | undefined {
  return value instanceof ExactNumber ? Number(value.literal) : undefined;
}
