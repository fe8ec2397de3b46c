/**
 * The entries of a list or a mapping one by one, those of a list by number: a list of all of them takes a hundred bytes
 * for each, and files are there that have hundreds of thousands.
 */
export function* entriesOf(value: object): Generator<readonly [key: string | number, value: unknown]> {
  if (Array.isArray(value)) {
    yield* value.entries();
    return;
  }
  for (const key of Object.keys(value)) yield [key, (value as Readonly<Record<string, unknown>>)[key]];
}
