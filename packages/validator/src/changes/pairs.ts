import { compareUtf8 } from '@packwright/values';

/** One thing by its name, in the version or versions that have it. */
export type Pair<T> =
  | { readonly name: string; readonly before: T; readonly after: T }
  | { readonly name: string; readonly before: T; readonly after: undefined }
  | { readonly name: string; readonly before: undefined; readonly after: T };

/** Brings together what has the same name in both versions, in the order of the names. The first of a name counts. */
export function* pairs<T>(
  before: Iterable<T>,
  after: Iterable<T>,
  nameOf: (item: T) => string,
): Generator<Pair<T>> {
  const [old, fresh] = [byName(before, nameOf), byName(after, nameOf)];
  for (const name of [...new Set([...old.keys(), ...fresh.keys()])].sort(compareUtf8)) {
    yield { name, before: old.get(name), after: fresh.get(name) } as Pair<T>;
  }
}

function byName<T>(items: Iterable<T>, nameOf: (item: T) => string): ReadonlyMap<string, T> {
  const named = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item);
    if (!named.has(name)) named.set(name, item);
  }
  return named;
}
