import type { Span } from '../source/span.ts';

/** `error`: the format's own loader refuses the pack. `warning`: it loads, but will hurt or has no effect. */
export type Severity = 'error' | 'warning';

/** A place in one file of the pack; `file` is relative to the pack's root, with `/`. */
export interface Location {
  readonly file: string;
  readonly span: Span;
}

export interface RelatedLocation extends Location {
  readonly message: string;
}

export interface TextEdit extends Location {
  readonly newText: string;
}

/** A change that certainly mends the problem. Edits of one fix never overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** One problem in an author's files. */
export interface Diagnostic extends Location {
  /** Stable for ever: three capital letters and three digits. `docs/rules/<code>.md` is its page. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong: lower case, no full stop, quoting the author's own text. */
  readonly message: string;
  /** What to do, with the closest legal value where there is one. */
  readonly hint?: string;
  readonly related?: readonly RelatedLocation[];
  readonly fix?: Fix;
}
