import type { YamlScalar } from '../source/yaml-node.ts';
import type { LocatedDocument } from '../structure/document.ts';
import type { Path } from '../structure/locator.ts';
import { checkSchema, type SchemaFault, type SchemaProblem } from './dialect/index.ts';
import type { AttunePackFiles } from './pack.ts';
import { attuneScalars } from './scalars.ts';

/** A schema inside a document. */
export interface PlacedSchema {
  readonly document: LocatedDocument<unknown>;
  readonly path: Path;
  readonly schema: unknown;
  /** Whether the checker looks at its form; it does so even where the loader reads another key. */
  readonly isChecked: boolean;
  /** Whether values are judged by it, so that it has to compile. */
  readonly isApplied: boolean;
  /** Whether the loader does not read it at all, which is said of the key as a whole. */
  readonly isShadowed: boolean;
}

/** Keys under which the checker takes any mapping. */
const UNCHECKED: ReadonlySet<string> = new Set(['config_schema', 'item_schema']);

/** Every schema of a pack, in the order of the files. */
function* schemasOf({ manifest, components, profile }: AttunePackFiles): Generator<PlacedSchema> {
  const isReal = profile === 'real';
  const at = (document: LocatedDocument<unknown>, keys: readonly string[], isApplied: boolean) =>
    keys.flatMap((key): PlacedSchema[] => {
      const schema = (document.value as Readonly<Record<string, unknown>>)[key];
      return schema === undefined
        ? []
        : [
            {
              document,
              path: [key],
              schema,
              isChecked: isReal && !UNCHECKED.has(key),
              isApplied,
              isShadowed: isReal && key === 'output_schema',
            },
          ];
    });
  yield* at(manifest, ['conf_schema', 'config_schema'], true);
  for (const { document } of components.trigger) {
    yield* at(document, isReal ? ['parameters', 'output'] : ['parameters_schema', 'payload_schema'], true);
  }
  for (const { document } of components.action) {
    yield* at(document, ['parameters'], true);
    // What an action returns is not judged by anything.
    yield* at(document, isReal ? ['output', 'output_schema'] : ['output_schema'], false);
  }
  for (const { document } of components.sensor) yield* at(document, ['parameters'], false);
  for (const { document } of components.queue) yield* at(document, ['item_schema'], true);
  for (const { document, isLegacy } of components.workflow) {
    if (isLegacy) continue;
    for (const schema of at(document, ['parameters'], true)) yield { ...schema, isChecked: false };
  }
}

/** A problem of a schema, with the document it stands in. */
export interface PlacedProblem extends PlacedSchema {
  readonly problem: SchemaProblem;
  /** Where in the document. */
  readonly at: Path;
}

/** The problems of some kinds in all schemas of a pack. */
export function* schemaProblems(
  pack: AttunePackFiles,
  kinds: readonly SchemaFault[],
): Generator<PlacedProblem> {
  for (const placed of schemasOf(pack)) {
    for (const problem of checkSchema(placed.schema)) {
      if (kinds.includes(problem.kind)) yield { ...placed, problem, at: [...placed.path, ...problem.path] };
    }
  }
}

/** The names of entries that the loader reads as something else than text, with the file they stand in. */
export function* namesThatAreNoText(
  pack: AttunePackFiles,
): Generator<{ readonly file: string; readonly key: YamlScalar }> {
  for (const { document, path, isChecked } of schemasOf(pack)) {
    if (!isChecked) continue;
    for (const { key } of document.locator?.pairs(path) ?? []) {
      const name = key.kind === 'alias' ? key.target : key;
      if (name.kind !== 'scalar' || typeof attuneScalars.free(name) === 'string') continue;
      yield { file: document.file, key: name };
    }
  }
}
