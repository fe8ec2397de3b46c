import type { PatternPlace } from '@packwright/values';
import type { ArgumentType, ArgumentValidation } from './declaration.ts';

/** What can be wrong with a declaration; stable, so that rules can be keyed by it. */
export type DeclarationFault =
  | 'shape'
  | 'name-empty'
  | 'type-unknown'
  | 'default-of-required'
  | 'enum-and-allowed'
  | 'choices-on-duration'
  | 'candidate-type'
  | 'pattern-on-type'
  | 'pattern-syntax'
  | 'max-length-on-type'
  | 'max-length-not-positive'
  | 'bound-on-type'
  | 'bound-not-finite'
  | 'bound-not-whole'
  | 'bounds-crossed'
  | 'max-items-on-type'
  | 'max-items-negative'
  | 'duration-bound-on-type'
  | 'duration-bounds-crossed'
  | 'paths-on-type';

/** One fault of a declaration; `path` starts at the declaration, `place` is in the text of a pattern. */
export interface DeclarationProblem {
  readonly kind: DeclarationFault;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
  readonly place?: PatternPlace;
  /** What to write at the path instead, as YAML; only where it certainly says what is meant. */
  readonly replacement?: string;
}

/** How the author spelled the value at a path of the declaration; undefined where only the value is known. */
export type Spelling = (path: DeclarationProblem['path']) => string | undefined;

/** The constraints of an argument whose type is known. */
export interface Checked {
  readonly type: ArgumentType;
  readonly rules: ArgumentValidation;
  readonly spelling: Spelling;
}

/** The words for a keyword that stands beside the wrong type. */
export function onType(
  keyword: string,
  types: string,
  type: string,
): Pick<DeclarationProblem, 'message' | 'hint'> {
  return {
    message: `\`${keyword}\` has no meaning for an argument of type ${type}`,
    hint: `it is for ${types}`,
  };
}
