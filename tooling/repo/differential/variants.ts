/** What may stand anywhere in a document. */
const probes: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1,
  3_000_000_000,
  5_000_000_000,
  1.5,
  '',
  ' ',
  'x',
  'x.y',
  'X',
  [],
  [3],
  ['x'],
  {},
  { x: 3 },
];

/** A document with one place changed, and what was changed. */
export interface Variant {
  readonly id: string;
  readonly value: unknown;
}

/** The document with each place in turn replaced by everything that may stand there, left out, or added to. */
export function* variantsOf(document: unknown): Generator<Variant> {
  for (const path of placesIn(document, [])) {
    const id = path.join('.');
    for (const probe of probes) {
      yield { id: `${id} = ${JSON.stringify(probe)}`, value: replaced(document, path, () => probe) };
    }
    yield { id: `${id} left out`, value: replaced(document, path, () => undefined) };
    yield { id: `${id} with a stray key`, value: replaced(document, path, withStray) };
  }
}

type Path = readonly (string | number)[];

function* placesIn(value: unknown, path: Path): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function replaced(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => {
      const changed = at === key ? replaced(item, rest, change) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  const entries = Object.entries(value as object).flatMap(([name, inner]) => {
    const changed = name === key ? replaced(inner, rest, change) : inner;
    return changed === undefined ? [] : [[name, changed]];
  });
  return Object.fromEntries(entries);
}

const withStray = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, stray: 1 } : value;
