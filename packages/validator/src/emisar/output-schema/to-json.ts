import { type ExactJson, ExactNumber, toWellFormed, utf8Length, writeExactJson } from '@packwright/values';
import { UntypedMap } from '../../structure/untyped-map.ts';
import type { OutputSchemaProblem, SchemaPath } from './problem.ts';

const MAX_BYTES = 8192;
const MAX_DEPTH = 16;
const MAX_VALUES = 512;

/** An authored schema as JSON, or everything that keeps it from being JSON of a fit size. */
export type JsonSchemaValue =
  | { readonly ok: true; readonly schema: ExactJson }
  | { readonly ok: false; readonly problems: readonly OutputSchemaProblem[] };

/** Turns an authored schema into JSON the way Go's encoder does, as far as its limits allow. */
export function toJson(authored: unknown): JsonSchemaValue {
  const conversion = new Conversion();
  const schema = conversion.convert(authored, []);
  const { problems } = conversion;
  const bytes = utf8Length(escapedByGo(writeExactJson(schema)));
  if (bytes > MAX_BYTES) {
    problems.push({
      kind: 'too-large',
      path: [],
      at: 'key',
      message: `the schema takes ${bytes} bytes as JSON, more than the ${MAX_BYTES} allowed`,
      hint: 'shorten descriptions, or move what repeats to `$defs`',
    });
  }
  return problems.length === 0 ? { ok: true, schema } : { ok: false, problems };
}

/** As much of a list as is allowed, and one more to show that there is more. */
const upToLimit = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, MAX_VALUES + 1);

/** Gives up on what is too deep or too much, so that aliases cannot make it endless. */
class Conversion {
  readonly problems: OutputSchemaProblem[] = [];
  #values = 0;
  #isTooDeep = false;

  convert(value: unknown, path: SchemaPath): ExactJson {
    this.#values++;
    if (this.#values > MAX_VALUES) return this.#exceeded();
    if (path.length >= MAX_DEPTH) return this.#nested(path);
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return toWellFormed(value);
    if (typeof value === 'bigint') return new ExactNumber(value.toString());
    if (typeof value === 'number') return this.#number(value, path);
    if (value instanceof Date) return timeText(value);
    if (Array.isArray(value))
      return upToLimit(value).map((item, index) => this.convert(item, [...path, index]));
    if (value instanceof UntypedMap) return this.#foreignKeys(value, path);
    const record = value as Readonly<Record<string, unknown>>;
    const entries = upToLimit(Object.keys(record)).map(
      (key) => [toWellFormed(key), this.convert(record[key], [...path, key])] as const,
    );
    return new Map(entries);
  }

  #number(value: number, path: SchemaPath): ExactJson {
    if (Number.isFinite(value)) return new ExactNumber(Object.is(value, -0) ? '-0' : String(value));
    const written = Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf';
    const message = `${written} has no place in JSON`;
    return this.#fault({ kind: 'not-json', path, at: 'value', message, hint: 'leave the limit out' });
  }

  #foreignKeys({ keys }: UntypedMap, path: SchemaPath): null {
    for (const key of keys) {
      if (++this.#values > MAX_VALUES) return this.#exceeded();
      const message = `the key ${key} is not text`;
      const hint = `put it in quotes: "${key}"`;
      this.#fault({ kind: 'not-json', path: [...path, key], at: 'key', message, hint });
    }
    return null;
  }

  #exceeded(): null {
    if (this.#values > MAX_VALUES + 1) return null;
    const message = `the schema holds more than ${MAX_VALUES} values`;
    const hint = 'describe less, or move what repeats to `$defs`';
    return this.#fault({ kind: 'too-many-values', path: [], at: 'key', message, hint });
  }

  #nested(path: SchemaPath): null {
    if (this.#isTooDeep) return null;
    this.#isTooDeep = true;
    const message = `the schema nests deeper than ${MAX_DEPTH} levels`;
    return this.#fault({ kind: 'too-deep', path, at: 'value', message, hint: 'move parts to `$defs`' });
  }

  #fault(problem: OutputSchemaProblem): null {
    this.problems.push(problem);
    return null;
  }
}

/** Go's encoder spends six bytes on each of these, to be safe inside HTML and scripts. */
function escapedByGo(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, '\\u0000');
}

/** Go writes a time with as many decimals as it has. A date that is none comes from no YAML. */
function timeText(time: Date): string {
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().replace(/\.?0*Z$/, 'Z');
}
