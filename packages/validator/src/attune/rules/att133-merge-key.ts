import type { LocatedDocument } from '../../structure/document.ts';
import { entriesOf } from '../../structure/entries-of.ts';
import { atKey, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import { MERGE } from '../dialect/keywords.ts';
import { isSchemaMap, own } from '../dialect/schema-path.ts';
import { allComponents } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

/** Kinds that refuse every key they do not know. */
const CLOSED: ReadonlySet<string> = new Set(['queue', 'cache']);
/** Schemas of which the checker wants every entry to have a type; that one has none is told by the rule on forms. */
const FORMS: ReadonlySet<unknown> = new Set(['parameters', 'output', 'output_schema', 'conf_schema']);

/** Spec 2.6. */
export const att133: AttuneRule = {
  code: 'ATT133',
  name: 'merge-key',
  severity: 'warning',
  restsOn: [],
  summary: 'A mapping is merged in with `<<`.',
  why: 'The loader reads `<<` like any other key, so nothing of what it stands for is where it looks.',
  *check(pack) {
    const isTold = ([first]: Path) => pack.profile === 'real' && FORMS.has(first);
    const documents = [
      pack.manifest,
      ...allComponents(pack).flatMap(({ kind, document, isLegacy }) =>
        CLOSED.has(kind) || isLegacy ? [] : [document],
      ),
    ];
    for (const document of documents) yield* mergesIn(document, document.value, [], isTold, new Set());
  },
};

function* mergesIn(
  document: LocatedDocument<unknown>,
  value: unknown,
  path: Path,
  isTold: (path: Path) => boolean,
  seen: Set<unknown>,
): Generator<Finding> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  // What an alias repeats is told once.
  seen.add(value);
  for (const [key, inner] of entriesOf(value)) {
    const at = [...path, key];
    if (key === MERGE && !(isTold(at) && hasNoType(at, value, inner))) {
      yield atKey(document, at, {
        message: 'the loader does not expand "<<", so nothing of it is read',
        hint: 'write the keys out',
      });
    }
    yield* mergesIn(document, inner, at, isTold, seen);
  }
}

/** Whether an entry of a schema, or what stands in the place of one, has no type. */
function hasNoType({ length }: Path, around: unknown, merged: unknown): boolean {
  const entry = length === 2 ? merged : around;
  return (length === 2 || length === 3) && !(isSchemaMap(entry) && typeof own(entry, 'type') === 'string');
}
