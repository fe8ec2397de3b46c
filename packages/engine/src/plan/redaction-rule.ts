/** A rule that masks parts of an output; of several rules with one name the first counts. */
export type RedactionRule = {
  readonly name: string;
  /** What stands in for a match; in a regex rule `$1`, `${name}` and `$$` mean what they mean in Go. */
  readonly replacement: string;
} & (
  | { readonly type: 'literal'; readonly literal: string }
  /** RE2 syntax. */
  | { readonly type: 'regex'; readonly pattern: string }
);
