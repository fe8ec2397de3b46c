/** Writes one kind of checked-in file. Paths are relative to the checkout, with `/`. */
export interface Generator {
  readonly name: string;
  /** Folders in which every file is this generator's; what it does not list there is removed. */
  readonly folders: readonly string[];
  /** All its files with their full text. */
  files(): Promise<ReadonlyMap<string, string>>;
}
