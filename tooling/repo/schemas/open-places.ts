import { type JsonSchema, mapInner } from './json-schema.ts';

/**
 * Rewrites the places that expect a mapping and take anything. There a union of the mapping and of everything offers
 * nothing in an editor while the place is still empty, or once something inside does not fit. The rewritten mapping
 * also takes null, which is what an empty place holds, and takes anything for each of its keys in turn.
 */
export function openPlaces(root: JsonSchema): JsonSchema {
  return new Opening(root).result;
}

/** What an open mapping is called beside the definition it is made of. */
const openName = (name: string) => `${name}.open`;

class Opening {
  readonly result: JsonSchema;
  readonly #closed: Record<string, JsonSchema>;
  readonly #definitions = new Map<string, JsonSchema>();

  constructor({ definitions = {}, ...root }: JsonSchema) {
    this.#closed = definitions;
    const schema = this.#rewritten(root);
    const kept = Object.fromEntries([...this.#definitions].sort());
    this.result = this.#definitions.size === 0 ? schema : { ...schema, definitions: kept };
  }

  #rewritten(schema: JsonSchema): JsonSchema {
    const { $ref, anyOf } = schema;
    if (typeof $ref === 'string') this.#keep($ref, nameOf($ref), (closed) => this.#rewritten(closed));
    if (!isOpen(anyOf)) return mapInner(schema, (inner) => this.#rewritten(inner));
    return { ...schema, anyOf: [this.#opened(anyOf[0]), {}] };
  }

  /** The expected part of a place that takes anything. */
  #opened(schema: JsonSchema): JsonSchema {
    const { $ref, additionalProperties, items, properties } = schema;
    if (typeof $ref === 'string') {
      const name = openName(nameOf($ref));
      this.#keep($ref, name, (closed) => this.#opened(closed));
      return { $ref: `#/definitions/${name}` };
    }
    const title = schema.title === undefined ? {} : { title: schema.title };
    if (properties) {
      const fields = Object.entries(properties).map(([key, field]) => [key, this.#openField(field)] as const);
      return { ...title, type: ['object', 'null'], properties: Object.fromEntries(fields) };
    }
    if (items) return { ...title, type: ['array', 'null'], items: this.#openField(items) };
    if (typeof additionalProperties !== 'object') return this.#rewritten(schema);
    return {
      ...title,
      type: ['object', 'null'],
      additionalProperties: this.#openField(additionalProperties),
    };
  }

  #openField(schema: JsonSchema): JsonSchema {
    const { anyOf, description, doNotSuggest, ...expected } = schema;
    if (isOpen(anyOf)) return this.#rewritten(schema);
    const texts = { ...(description && { description }), ...(doNotSuggest === true && { doNotSuggest }) };
    if (Object.keys(expected).length === 0 && !anyOf) return texts;
    return { ...texts, anyOf: [this.#opened(anyOf ? { anyOf } : expected), {}] };
  }

  /** Rewrites a definition once, also one that refers to itself. */
  #keep(reference: string, name: string, rewrite: (closed: JsonSchema) => JsonSchema): void {
    if (this.#definitions.has(name)) return;
    this.#definitions.set(name, {});
    this.#definitions.set(name, rewrite(this.#closed[nameOf(reference)] ?? {}));
  }
}

/** Whether a union is of something expected and of everything. */
const isOpen = (anyOf: readonly JsonSchema[] | undefined): anyOf is readonly [JsonSchema, JsonSchema] =>
  anyOf?.length === 2 && anyOf[1] !== undefined && Object.keys(anyOf[1]).length === 0;

const nameOf = (reference: string) => reference.split('/').at(-1) as string;
