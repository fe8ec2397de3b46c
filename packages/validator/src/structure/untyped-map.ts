/** A mapping with keys that are not text, which no JSON document can hold. */
export class UntypedMap {
  /** Those keys, as they are written. */
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    this.keys = keys;
  }
}
