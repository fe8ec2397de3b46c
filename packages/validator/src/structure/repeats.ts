export interface Repeat {
  readonly value: string;
  readonly index: number;
  readonly first: number;
}

/** Every value that stands a second time in a list, empty ones aside. */
export function* repeats(values: readonly string[]): Generator<Repeat> {
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    if (value === '') continue;
    const first = seen.get(value);
    if (first === undefined) seen.set(value, index);
    else yield { value, index, first };
  }
}
