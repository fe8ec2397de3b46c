import { IN_PLACE } from './keywords.ts';
import { isSchemaObject, schemasOf, subschemasOf } from './walk.ts';

/** Where the references of a schema may lead: to the pointers of its schemas, and to its anchors. */
export class References {
  readonly #schemas: ReadonlyMap<string, unknown>;
  readonly #anchors = new Map<string, string>();

  constructor(root: unknown) {
    this.#schemas = new Map(schemasOf(root));
    for (const [pointer, schema] of this.#schemas)
      if (isSchemaObject(schema) && typeof schema.$anchor === 'string')
        this.#anchors.set(schema.$anchor, pointer);
  }

  /** The pointer of the schema that a reference means; nothing when it leaves the schema or leads nowhere. */
  resolve(reference: string): string | undefined {
    if (!reference.startsWith('#')) return undefined;
    const fragment = decoded(reference.slice(1));
    if (fragment === undefined) return undefined;
    const pointer = fragment === '' || fragment.startsWith('/') ? fragment : this.#anchors.get(fragment);
    return pointer !== undefined && this.#schemas.has(pointer) ? pointer : undefined;
  }

  /** The pointers of the schemas that look at a value over and over, because they refer to themselves in place. */
  circular(): ReadonlySet<string> {
    const state = new Map<string, 'open' | 'done'>();
    const found = new Set<string>();
    const visit = (pointer: string): void => {
      state.set(pointer, 'open');
      for (const next of this.#inPlace(pointer)) {
        if (state.get(next) === 'open') found.add(pointer);
        else if (!state.has(next)) visit(next);
      }
      state.set(pointer, 'done');
    };
    for (const pointer of this.#schemas.keys()) if (!state.has(pointer)) visit(pointer);
    return found;
  }

  #inPlace(pointer: string): readonly string[] {
    const schema = this.#schemas.get(pointer);
    if (!isSchemaObject(schema)) return [];
    const inner = [...subschemasOf(schema, pointer)].filter(({ keyword }) => IN_PLACE.has(keyword));
    const target = typeof schema.$ref === 'string' ? this.resolve(schema.$ref) : undefined;
    return [...inner.map((each) => each.pointer), ...(target === undefined ? [] : [target])];
  }
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
