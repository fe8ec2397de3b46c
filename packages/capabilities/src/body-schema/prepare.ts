import type { Schema } from '@cfworker/json-schema';
import { compilePattern, type Pattern } from '@packwright/values';
import { KEYWORDS } from './keywords.ts';
import { References } from './references.ts';
import { isSchemaObject, type SchemaObject, schemasOf } from './walk.ts';

/** A checked schema in the form in which the interpreter may run it. */
export interface PreparedSchema {
  readonly schema: Schema | boolean;
  /** Patterns by the name of the format that stands for each. */
  readonly patterns: ReadonlyMap<string, Pattern>;
}

const DROPPED = new Set([
  '$defs',
  'definitions',
  '$anchor',
  '$id',
  '$schema',
  'pattern',
  'patternProperties',
]);
/** Whether the keyword `format` holds values against anything, or only describes them. */
export type FormatUse = 'ignored' | 'asserted';

const CHARACTERS_PER_STEP = 64;

/**
 * Rewrites a checked schema for the interpreter, whose patterns backtrack: `pattern` becomes a format that the caller
 * answers with RE2, and `patternProperties` become `properties` for those of the given keys that match. What is
 * referred to moves to `$defs`, for other pointers have changed. `step` is called for every value that is looked at.
 */
export function prepare(
  root: unknown,
  keys: Iterable<string>,
  step: (cost: number) => void,
  { formats }: { readonly formats: FormatUse } = { formats: 'ignored' },
): PreparedSchema {
  if (!isSchemaObject(root)) return { schema: root as boolean, patterns: new Map() };
  const references = new References(root);
  const patterns = new Map<string, Pattern>();
  const targets = new Map<string, string>();
  const schema = copy(root) as Schema;
  const byPointer = new Map(schemasOf(root));
  const definitions: Record<string, unknown> = {};
  // Copying a target may bring up another one, which is then visited too.
  for (const [pointer, name] of targets) definitions[name] = copy(byPointer.get(pointer));
  return { schema: Object.assign(schema, { $defs: definitions }), patterns };

  function copy(part: unknown): unknown {
    if (!isSchemaObject(part)) return part;
    const result: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(part)) {
      const kind = KEYWORDS.get(keyword);
      if (kind === undefined || kind === 'annotation' || DROPPED.has(keyword)) continue;
      if (kind === 'schema') result[keyword] = copy(value);
      else if (kind === 'schemas') result[keyword] = (value as readonly unknown[]).map(copy);
      else if (kind === 'schema-map') result[keyword] = copyAll(value as SchemaObject);
      else if (kind === 'reference') result[keyword] = `#/$defs/${nameOf(value as string)}`;
      else result[keyword] = value;
    }
    if (typeof part.pattern === 'string') result.format = formatOf(part.pattern);
    if (formats === 'asserted' && typeof part.format === 'string') {
      const own = { format: part.format };
      result.allOf = Array.isArray(result.allOf) ? [...result.allOf, own] : [own];
    }
    if (isSchemaObject(part.patternProperties)) result.properties = withMatching(part);
    // The interpreter reads this keyword of an older dialect once for every value that it holds against a schema.
    const cost = costOf(result);
    return Object.defineProperty(result, '$recursiveAnchor', { get: () => step(cost) });
  }

  function copyAll(schemas: SchemaObject): Record<string, unknown> {
    return table(Object.entries(schemas).map(([key, schema]) => [key, copy(schema)]));
  }

  function nameOf(reference: string): string {
    const pointer = references.resolve(reference) as string;
    const name = targets.get(pointer) ?? `r${targets.size}`;
    targets.set(pointer, name);
    return name;
  }

  function formatOf(pattern: string): string {
    const name = `re2:${pattern}`;
    patterns.set(name, patternOf(pattern));
    return name;
  }

  function withMatching({ properties, patternProperties }: SchemaObject): Record<string, unknown> {
    const own = isSchemaObject(properties) ? properties : {};
    const rules = Object.entries(patternProperties as SchemaObject).map(
      ([pattern, schema]) => [patternOf(pattern), schema] as const,
    );
    const matching = [...keys].flatMap((key) => {
      const schemas = rules.flatMap(([pattern, schema]) => (pattern.test(key) ? [schema] : []));
      const all = Object.hasOwn(own, key) ? [own[key], ...schemas] : schemas;
      return schemas.length === 0 ? [] : [[key, { allOf: all.map(copy) }] as const];
    });
    return { ...copyAll(own), ...table(matching) };
  }
}

/** A table without a prototype, in which `__proto__` is a key like any other. */
function table(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

function patternOf(text: string): Pattern {
  const compiled = compilePattern(text);
  if (!compiled.ok) throw new Error(`the pattern ${compiled.reason}`);
  return compiled.pattern;
}

/** One step, and more for long lists of names and values, which the interpreter goes through each time. */
function costOf(schema: Readonly<Record<string, unknown>>): number {
  const {
    properties = {},
    enum: values = [],
    const: value = null,
    required = [],
    dependentRequired = {},
  } = schema;
  const characters = JSON.stringify([values, value, required, dependentRequired]).length;
  return 1 + Object.keys(properties as object).length + Math.floor(characters / CHARACTERS_PER_STEP);
}
