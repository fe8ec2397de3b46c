import { format, Validator } from '@cfworker/json-schema';
import type { ExactJson } from '@packwright/values';
import { type PlainJson, plainJson } from './plain-json.ts';
import { type FormatUse, type PreparedSchema, prepare } from './prepare.ts';
import { isSchemaObject, schemasOf } from './walk.ts';

/** A checked schema for bodies (specs/evershell 3.9). */
export interface BodySchema {
  /** As its author wrote it, as data. */
  readonly source: unknown;
  /** Whether the schema is `{}` or `true`, which an empty body passes. */
  readonly acceptsAnything: boolean;
  /** Whether a body certainly fits. One that costs too much to look at does not. */
  accepts(body: ExactJson): boolean;
}

/** A body may cost so much, about half a second at worst. */
const MOST_STEPS = 200_000;
/** Lists are compared item by item with each other, and keys with each pattern. */
const LONGEST_UNIQUE_LIST = 1_000;
const MOST_KEYS = 5_000;

/** Makes a sound schema ready for use: one that `checkBodySchema` or the loader of a pack has passed. */
export function compileBodySchema(root: unknown, formats: FormatUse = 'ignored'): BodySchema {
  const schemas = [...schemasOf(root)].map(([, schema]) => schema).filter(isSchemaObject);
  const wantsKeys = schemas.some(({ patternProperties }) => patternProperties !== undefined);
  const wantsUnique = schemas.some(({ uniqueItems }) => uniqueItems === true);
  const acceptsAnything = root === true || (isSchemaObject(root) && Object.keys(root).length === 0);
  let steps = 0;
  const step = (cost: number): undefined => {
    steps += cost;
    if (steps > MOST_STEPS) throw new Error(`takes more than ${MOST_STEPS} steps`);
  };
  let ready: Interpreter | undefined;

  return {
    source: root,
    acceptsAnything,
    accepts(body) {
      const plain = plainJson(body);
      if (!plain || (wantsUnique && plain.longestList > LONGEST_UNIQUE_LIST)) return false;
      if (!wantsKeys) ready ??= new Interpreter(prepare(root, [], step, { formats }));
      else if (plain.keys.size > MOST_KEYS) return false;
      steps = 0;
      try {
        return (ready ?? new Interpreter(prepare(root, plain.keys, step, { formats }))).accepts(plain);
      } catch {
        // Too many steps, or too deep for the stack: what cannot be checked does not fit.
        return false;
      }
    },
  };
}

class Interpreter {
  readonly #validator: Validator;
  readonly #patterns: PreparedSchema['patterns'];

  constructor({ schema, patterns }: PreparedSchema) {
    this.#validator = new Validator(schema, '2020-12');
    this.#patterns = patterns;
  }

  /** The table of formats belongs to the library and everyone who uses it, so ours are in it only meanwhile. */
  accepts({ value }: PlainJson): boolean {
    for (const [name, pattern] of this.#patterns) format[name] = (text) => pattern.test(text);
    try {
      return this.#validator.validate(value).valid;
    } finally {
      for (const name of this.#patterns.keys()) delete format[name];
    }
  }
}
