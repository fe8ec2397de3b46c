/** A mapping with keys that are not text, which no JSON document can hold. */
export class UntypedMap {
  readonly entries: readonly (readonly [key: unknown, value: unknown])[];

  constructor(entries: readonly (readonly [key: unknown, value: unknown])[]) {
    this.entries = entries;
  }
}
